import Glibc
import Storage
import Synchronization

/// The exclusive lock on a store's folder: held until released, or until the process ends.
///
/// `flock` belongs to the open file, so a second open in the same process is refused too. A copy of
/// the descriptor does not survive `exec`.
final class FolderLock: Sendable {
    static let fileName = "store.lock"

    private let descriptor: Mutex<Int32?>

    init(folder: String) throws(StoreError) {
        let path = "\(folder)/\(Self.fileName)"
        // SAFETY: the path is lent to one system call, which keeps nothing of it.
        let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw StoreError(opening: folder, errno) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(opened)
            throw reason == EWOULDBLOCK
                ? .inUse(folder: folder) : StoreError(opening: folder, reason)
        }
        descriptor = Mutex(opened)
    }

    deinit { release() }

    /// Lets the next one in; the second time does nothing.
    func release() {
        descriptor.withLock { descriptor in
            guard let held = descriptor.take() else { return }
            // A process that is being spawned has a copy of the descriptor until it has become
            // another program: closing ours would not let go.
            flock(held, LOCK_UN)
            close(held)
        }
    }
}
