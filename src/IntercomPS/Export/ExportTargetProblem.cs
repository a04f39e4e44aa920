namespace IntercomPS;

/// <summary>Why a file cannot be written.</summary>
public enum ExportTargetProblem
{
    /// <summary>Its folder does not exist.</summary>
    FolderNotFound,

    /// <summary>A file of that name is there already, and it was not asked to be replaced.</summary>
    Exists,

    /// <summary>The path is a folder's.</summary>
    IsDirectory,

    /// <summary>The rights to write it, or its folder, are missing.</summary>
    AccessDenied,

    /// <summary>The file that would be replaced is open in another program.</summary>
    InUse,

    /// <summary>Another run that can be resumed is writing the same export.</summary>
    BeingExported,

    /// <summary>The disk is read-only.</summary>
    ReadOnly,

    /// <summary>What an earlier run should have left there is a link, or no plain file.</summary>
    IsLink,
}
