// Enhancement only: every page works without this file.
import { initAll, isSupported } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
if (isSupported()) initAll()
