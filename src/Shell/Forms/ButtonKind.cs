namespace EssexImprovement.Shell;

public enum ButtonKind { Primary, Secondary, Warning }
