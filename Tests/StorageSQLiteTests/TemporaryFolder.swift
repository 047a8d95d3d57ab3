import Foundation
import Storage
import StorageSQLite

/// A folder that is gone with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("parley-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit {
        // What stays behind in the system's own folder for such files harms no test.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The store's folder, which the store makes itself.
    var storePath: String { "\(path)/data/store" }

    func open(_ options: SQLiteOptions = SQLiteOptions()) throws -> StoreFolder {
        try StoreFolder(path: storePath, options: options)
    }

    /// Opens, runs and closes.
    func with(
        _ options: SQLiteOptions = SQLiteOptions(),
        _ body: (StoreFolder) throws -> Void
    ) throws {
        let folder = try open(options)
        try body(folder)
        try folder.close()
    }

    func bytes(of file: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(storePath)/\(file)"))
    }

    func write(_ data: Data, to file: String) throws {
        try data.write(to: URL(fileURLWithPath: "\(storePath)/\(file)"))
    }

    /// The files as a crash at this moment would leave them: the logs not yet copied into the
    /// databases.
    func asCrashed() throws -> TemporaryFolder {
        let copy = try TemporaryFolder()
        try copy.makeStoreFolder()
        let names = try FileManager.default.contentsOfDirectory(atPath: storePath)
        for name in names where name.hasSuffix(".db") || name.hasSuffix("-wal") {
            try copy.write(bytes(of: name), to: name)
        }
        return copy
    }

    func makeStoreFolder() throws {
        try FileManager.default.createDirectory(
            atPath: storePath,
            withIntermediateDirectories: true
        )
    }

    /// How often bytes stand in any of the store's files.
    func count(of wanted: [UInt8]) throws -> Int {
        let names = try FileManager.default.contentsOfDirectory(atPath: storePath)
        return try names.reduce(0) { sum, name in
            let bytes = try bytes(of: name)
            var count = 0
            var rest = bytes.startIndex..<bytes.endIndex
            while let found = bytes.range(of: Data(wanted), in: rest) {
                count += 1
                rest = (found.lowerBound + 1)..<bytes.endIndex
            }
            return sum + count
        }
    }
}
