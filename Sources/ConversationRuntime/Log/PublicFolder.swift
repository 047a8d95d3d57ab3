import Foundation

/// A folder of files that are for everybody: written whole or not at all.
struct PublicFolder {
    let path: String

    /// `nil` where there is no such file.
    func read(_ name: String) throws(LogError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw .unpublished(place: file, why: "it cannot be read")
        }
    }

    /// Replaces a file; who reads meanwhile gets the old one or the new one.
    func write(_ bytes: [UInt8], to name: String) throws(LogError) {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw .unpublished(place: url.path, why: "it cannot be written")
        }
    }

    /// Adds to the end of a file, which is on the disk when this returns.
    func append(_ bytes: [UInt8], to name: String) throws(LogError) {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        do {
            if !FileManager.default.fileExists(atPath: url.path) { try write([], to: name) }
            let handle = try FileHandle(forWritingTo: url)
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            try handle.close()
        } catch let error as LogError {
            throw error
        } catch {
            throw .unpublished(place: url.path, why: "it cannot be written")
        }
    }

    /// The last bytes of a file, at most `limit`; `nil` where there is none.
    func tail(of name: String, limit: Int) throws(LogError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            let length = try handle.seekToEnd()
            try handle.seek(toOffset: length > UInt64(limit) ? length - UInt64(limit) : 0)
            let bytes = try handle.readToEnd() ?? Data()
            try handle.close()
            return [UInt8](bytes)
        } catch {
            throw .unpublished(place: file, why: "it cannot be read")
        }
    }

    func remove(_ name: String) throws(LogError) {
        let file = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { return }
        do {
            try FileManager.default.removeItem(atPath: file)
        } catch {
            throw .unpublished(place: file, why: "it cannot be removed")
        }
    }
}
