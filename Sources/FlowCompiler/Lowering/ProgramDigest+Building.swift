import ByteCoding
import Crypto
import FlowProgram

extension ProgramDigest {
    /// SHA-256 over a domain and length-prefixed fields, so that no two contents share their bytes.
    ///
    /// The domain says what the bytes are, and the version of their form.
    init(domain: String, _ write: (inout ByteWriter) -> Void) {
        var writer = ByteWriter()
        writer.write(domain)
        write(&writer)
        self.init(bytes: Array(SHA256.hash(data: writer.bytes)))
    }
}

extension ByteWriter {
    mutating func write(_ digest: ProgramDigest) {
        write(digest.bytes)
    }

    /// In a fixed order.
    mutating func write(_ words: Set<String>) {
        write(list: words.sorted()) { writer, word in writer.write(word) }
    }
}
