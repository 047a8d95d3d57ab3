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
}
