package import Encryption
package import Storage

/// Why the engine could not take a turn; nothing was changed, and nothing was acknowledged.
package enum EngineError: Error, Equatable, Sendable {
    case store(StoreError)
    case program(RegistryError)
    /// The stored state of a contact does not open with its key: changed, swapped or rolled back.
    case tampered
    /// The contact was changed by someone else while the turn was decided.
    case conflict
    /// The store's keys belong to another key-encryption key.
    case wrongKey(UnwrapError)
    /// The audit log is not what was published of it.
    case log(LogError)

    package var isTransient: Bool {
        switch self {
        case .store(let error): error.isTransient
        case .conflict: true
        case .program, .tampered, .wrongKey, .log: false
        }
    }

    /// Whether somebody changed the store, or put an old copy back.
    package var isTampering: Bool {
        switch self {
        case .tampered: true
        case .log(let error): error.isTampering
        case .store, .program, .conflict, .wrongKey: false
        }
    }

    package var sentence: String {
        switch self {
        case .store(let error): error.sentence
        case .program(let error): error.sentence
        case .tampered:
            "stored state does not open with its key: it was damaged or changed; "
                + "run `parley audit verify`"
        case .conflict: "the contact changed while the turn was decided; try again"
        case .wrongKey(let error): "\(error)"
        case .log(let error): error.sentence
        }
    }
}
