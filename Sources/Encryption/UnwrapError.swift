/// Why a wrapped key did not open; names keys by epoch and identifier, never by their bytes.
package enum UnwrapError: Error, Equatable {
    case wrongLength(found: Int, wanted: Int)
    case unknownVersion(UInt8)
    case unknownAlgorithm(UInt8)
    /// The keyring has no key of this epoch; the identifier where the stored bytes name it.
    case missingKey(epoch: UInt32, identifier: String?)
    /// The keyring's key of this epoch is not the one that wrapped.
    case wrongKey(epoch: UInt32, found: String, wanted: String)
    /// Changed, made for another contact, or wrapped under another key than the one named.
    case notAuthentic(epoch: UInt32, identifier: String)
    /// Opened, but to another key than was wrapped.
    case wrongCheckValue(epoch: UInt32)
}
