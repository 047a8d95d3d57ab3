/// Why the tree could not be read.
package enum TreeReadError<Failure: Error>: Error {
    /// It takes leaf hashes or tiles of level 0 below this index, which are no longer kept.
    case pruned(below: UInt64)
    /// What the function that reads tiles or leaf hashes threw.
    case source(Failure)
}

extension TreeReadError: Equatable where Failure: Equatable {}

extension TreeReadError {
    /// One line for a person; `nil` when the error is the source's own.
    package var text: String? {
        switch self {
        case .pruned(let minimumIndex):
            "leaves below index \(minimumIndex) were removed after their retention; "
                + "ask for a leaf or a tree size from there on"
        case .source: nil
        }
    }
}
