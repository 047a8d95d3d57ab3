/// Hides the exact length of a plaintext: what is stored has one of few lengths.
///
/// Length (u32, network order), plaintext, zeros up to the next multiple of 64 bytes.
enum Padding {
    /// Stored plaintexts come in multiples of this many bytes.
    static let bucket = 64
    static let prefixCount = 4

    static func pad(_ plaintext: [UInt8]) -> [UInt8] {
        let used = prefixCount + plaintext.count
        let total = (used + bucket - 1) / bucket * bucket
        var padded: [UInt8] = []
        padded.reserveCapacity(total)
        padded.append(bigEndian: UInt32(plaintext.count))
        padded.append(contentsOf: plaintext)
        padded.append(contentsOf: repeatElement(0, count: total - used))
        return padded
    }

    /// The plaintext, or `nil` when the length, the bucket or a padding byte is not what `pad`
    /// writes: each plaintext has exactly one padded form.
    static func unpad(_ padded: [UInt8]) -> [UInt8]? {
        guard padded.count >= bucket, padded.count.isMultiple(of: bucket) else { return nil }
        let used = prefixCount + Int(padded.bigEndian32(at: 0))
        guard used <= padded.count, padded.count - used < bucket,
            padded[used...].allSatisfy({ $0 == 0 })
        else { return nil }
        return [UInt8](padded[prefixCount..<used])
    }
}
