namespace EssexImprovement.Shell;

public enum Verdict { Verified, Problem }
