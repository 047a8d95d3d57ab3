// The wording of this module's errors, in one place; every sentence is safe to log.

extension OpenError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .truncated: "the envelope is too short"
        case .unknownVersion(let found):
            "the envelope has version \(found); this program reads version 1"
        case .unknownAlgorithm(let found):
            "the envelope uses algorithm \(found); this program knows algorithm 1, AES-256-GCM"
        case .wrongKeyVersion(let found, let wanted):
            "the envelope was sealed under data key version \(found), not \(wanted)"
        case .notAuthentic:
            "the envelope was changed, moved from another record, or sealed under another key"
        case .notPadded: "the envelope opened, but its content is not padded as version 1 pads"
        }
    }
}

extension UnwrapError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wrongLength(let found, let wanted):
            "the wrapped key has \(found) bytes instead of \(wanted)"
        case .unknownVersion(let found):
            "the wrapped key has version \(found); this program reads version 1"
        case .unknownAlgorithm(let found):
            "the wrapped key uses algorithm \(found); this program knows algorithm 1, AES-256-GCM"
        case .missingKey(let epoch, .some(let identifier)):
            "the store wants key-encryption key \(identifier) of epoch \(epoch), "
                + "which was not given"
        case .missingKey(let epoch, .none):
            "the store wants the key-encryption key of epoch \(epoch), which was not given"
        case .wrongKey(let epoch, let found, let wanted):
            "the store wants key-encryption key \(wanted) of epoch \(epoch), "
                + "but was given \(found)"
        case .notAuthentic(let epoch, let identifier):
            "a wrapped key of epoch \(epoch) does not open under key-encryption key "
                + "\(identifier): it was changed, moved from another contact, or wrapped "
                + "under another key"
        case .wrongCheckValue(let epoch):
            "a wrapped key of epoch \(epoch) opened to a key that is not the one wrapped"
        }
    }
}

extension KeyError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "the key is empty"
        case .tooLong(let limit): "the key text is longer than \(limit) bytes"
        case .severalLines: "the key text has several lines; a key is one line"
        case .unknownVersion:
            "the key line has an unknown version; this program reads `parley-kek-v1`"
        case .badEpoch: "the epoch of the key is not a whole number from 1 to 4294967295"
        case .notAKey:
            "the text is not a key; write `parley-kek-v1 <epoch> <base64 of 32 bytes>`"
        case .wrongLength(let found): "the key has \(found) bytes instead of 32"
        case .duplicateEpoch(let epoch): "two keys claim epoch \(epoch)"
        }
    }
}
