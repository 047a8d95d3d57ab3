/// Why key material was refused; no case carries any of it.
package enum KeyError: Error, Equatable {
    case empty
    /// Longer than any key line.
    case tooLong(limit: Int)
    case severalLines
    /// A key line of a version this program does not know.
    case unknownVersion
    /// Not a whole number from 1 to 4294967295.
    case badEpoch
    /// Neither a key line nor bare base64 or hexadecimal.
    case notAKey
    /// The bytes are not 32.
    case wrongLength(found: Int)
    /// Two keys of one keyring claim the same epoch.
    case duplicateEpoch(UInt32)
}
