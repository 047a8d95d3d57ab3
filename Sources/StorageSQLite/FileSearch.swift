import GRDBSQLite
import Glibc
import Storage
import Synchronization

/// Looks for bytes in a database's file, beneath SQLite.
///
/// INVARIANT: released after SQLite closed the file. Closing any descriptor of a file drops every
/// lock that the process has on it, SQLite's too.
final class FileSearch: Sendable {
    private let path: String
    private let descriptor: Mutex<Int32?>

    private static let chunk = 1 << 20

    init(path: String) throws(StoreError) {
        // SAFETY: the path is lent to one system call, which keeps nothing of it.
        let opened = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw StoreError(opening: path, errno) }
        self.path = path
        descriptor = Mutex(opened)
    }

    deinit { release() }

    /// The second time does nothing.
    func release() {
        descriptor.withLock { descriptor in
            if let held = descriptor.take() { close(held) }
        }
    }

    /// Whether any of these runs of eight bytes stands anywhere in the file, in use or not.
    ///
    /// Reads the whole file: half a second for a million contacts.
    func contains(anyOf traces: Set<UInt64>) throws(StoreError) -> Bool {
        guard !traces.isEmpty else { return false }
        return try descriptor.withLock { descriptor throws(StoreError) in
            guard let descriptor else { throw .closed }
            var search = RollingSearch(traces)
            var buffer = [UInt8](repeating: 0, count: Self.chunk)
            var offset = 0
            while true {
                let count = try Self.read(descriptor, at: offset, into: &buffer)
                guard count > 0 else { return false }
                if search.finds(in: buffer, count: count) { return true }
                offset += count
            }
        }
    }

    private static func read(
        _ descriptor: Int32,
        at offset: Int,
        into buffer: inout [UInt8]
    ) throws(StoreError) -> Int {
        // SAFETY: the buffer is lent to one system call, with its own length.
        let count = unsafe buffer.withUnsafeMutableBytes { buffer in
            unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset)
        }
        guard count >= 0 else { throw .unavailable(code: SQLITE_IOERR) }
        return count
    }
}

/// The last eight bytes read, held against those looked for.
private struct RollingSearch {
    private let traces: Set<UInt64>
    /// Which last two bytes any of them has, so that most places cost one look.
    private var isPossible = [Bool](repeating: false, count: 1 << 16)
    private var last: UInt64 = 0

    init(_ traces: Set<UInt64>) {
        self.traces = traces
        for trace in traces { isPossible[Int(UInt16(truncatingIfNeeded: trace))] = true }
    }

    mutating func finds(in buffer: [UInt8], count: Int) -> Bool {
        for byte in buffer[..<count] {
            last = last << 8 | UInt64(byte)
            if isPossible[Int(UInt16(truncatingIfNeeded: last))], traces.contains(last) {
                return true
            }
        }
        return false
    }
}
