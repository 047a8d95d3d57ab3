/// What the files of a workspace looked like at one moment: enough to see that one was changed,
/// without reading it.
package struct WorkspaceStamp: Hashable, Sendable {
    /// What changes about a file when somebody saves it.
    ///
    /// An editor that writes in place changes the time or the size; one that writes a new file and
    /// renames it changes the number of the inode.
    package struct File: Hashable, Sendable {
        package let device: UInt64
        package let inode: UInt64
        /// In bytes.
        package let size: Int64
        /// When it was written last, since 1970.
        package let modified: Duration

        package init(device: UInt64, inode: UInt64, size: Int64, modified: Duration) {
            self.device = device
            self.inode = inode
            self.size = size
            self.modified = modified
        }
    }

    /// One difference between two moments.
    package struct Change: Hashable, Sendable {
        /// What became of the file.
        package enum Kind: String, Hashable, Sendable { case added, changed, removed }

        package let kind: Kind
        /// Relative to the workspace.
        package let path: String

        package init(_ kind: Kind, _ path: String) {
            self.kind = kind
            self.path = path
        }
    }

    /// By their paths, relative to the workspace.
    package let files: [String: File]

    package init(files: [String: File]) {
        self.files = files
    }

    /// What happened since an earlier moment, in the order of the paths.
    package func changes(since earlier: WorkspaceStamp) -> [Change] {
        let paths = Set(files.keys).union(earlier.files.keys).sorted()
        return paths.compactMap { path in
            switch (earlier.files[path], files[path]) {
            case (nil, _): Change(.added, path)
            case (_, nil): Change(.removed, path)
            case (let before, let after): before == after ? nil : Change(.changed, path)
            }
        }
    }
}
