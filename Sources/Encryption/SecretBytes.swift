import Crypto

/// 256 bits that must never be printed.
///
/// Copies share one buffer, which swift-crypto overwrites when the last copy goes. Arrays and
/// strings cannot be wiped so surely: keep secrets here and ask for `exposed()` only at the edge.
package struct SecretBytes: Sendable {
    /// Bytes in every secret of this module.
    package static let count = 32

    let key: SymmetricKey

    init(_ key: SymmetricKey) {
        precondition(key.bitCount == Self.count * 8, "a secret has 32 bytes")
        self.key = key
    }

    /// Copies the bytes, which must be 32; the caller's array is the caller's to forget.
    package init(_ bytes: [UInt8]) {
        self.init(SymmetricKey(data: bytes))
    }

    /// Fresh bytes from the operating system.
    ///
    /// With nonces, the only randomness the pure ring draws by itself.
    package static func random() -> SecretBytes {
        SecretBytes(SymmetricKey(size: .bits256))
    }

    /// A copy in clear, for the one line of text that carries a key to its file.
    package func exposed() -> [UInt8] {
        unsafe key.withUnsafeBytes { buffer in unsafe [UInt8](buffer) }
    }

    /// Derives 32 bytes with HKDF-Expand and SHA-256 (RFC 5869 §2.3), this secret being the key.
    ///
    /// There is no extract step: every secret here is already uniform.
    func expanded(_ info: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.expand(pseudoRandomKey: key, info: info, outputByteCount: Self.count)
    }

    /// Derives 32 bytes that may be shown.
    func checkValue(_ label: String) -> [UInt8] {
        unsafe expanded([UInt8](label.utf8)).withUnsafeBytes { buffer in unsafe [UInt8](buffer) }
    }
}

extension SecretBytes: Equatable {
    /// Compares in constant time.
    package static func == (left: SecretBytes, right: SecretBytes) -> Bool {
        left.key == right.key
    }
}

extension SecretBytes: CustomStringConvertible, CustomReflectable {
    package var description: String { "SecretBytes(not shown)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Overwrites with zeros a buffer that held key material.
///
/// Not inlined, so that the optimizer does not drop stores nobody reads. Best effort: a copy
/// made elsewhere is not reached.
@inline(never)
func wipe(_ bytes: inout some MutableCollection<UInt8>) {
    var index = bytes.startIndex
    while index != bytes.endIndex {
        bytes[index] = 0
        bytes.formIndex(after: &index)
    }
}
