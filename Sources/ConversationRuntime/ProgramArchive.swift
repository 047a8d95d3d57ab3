package import ByteCoding
package import FlowCompiler

/// The form in which a program's sources are kept in the store: version 1, paths and texts.
///
/// Sources rather than compiled steps: a later version of Parley can still read them.
package enum ProgramArchive {
    package static func bytes(of sources: WorkspaceSources) -> [UInt8] {
        var writer = ByteWriter(reserving: 1 << 16)
        writer.write(byte: 1)
        writer.write(list: sources.files) { writer, file in
            writer.write(file.path)
            writer.write(file.text)
        }
        return writer.bytes
    }

    package static func sources(_ bytes: [UInt8]) throws(ByteCodingError) -> WorkspaceSources {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        guard version == 1 else { throw .unknownVersion(version) }
        let files = try reader.readList { reader throws(ByteCodingError) in
            SourceFile(path: try reader.readText(), text: try reader.readText())
        }
        try reader.finish()
        return WorkspaceSources(files: files)
    }
}
