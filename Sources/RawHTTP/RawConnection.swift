import Glibc

/// A connection to a port of this machine that sends whatever bytes a test likes, when it likes.
///
/// SAFETY: each pointer is lent to one system call, which keeps nothing of it.
package struct RawConnection: ~Copyable {
    /// Why there is no connection.
    package struct Refused: Error {
        package let code: Int32
    }

    private let descriptor: Int32

    /// Connects to 127.0.0.1.
    package init(port: Int) throws(Refused) {
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard made >= 0 else { throw Refused(code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(made, $0, length)
            }
        }
        guard status == 0 else {
            let reason = errno
            close(made)
            throw Refused(code: reason)
        }
        descriptor = made
    }

    /// Takes over the other end of a connection that a server accepted.
    init(accepted: Int32) {
        descriptor = accepted
    }

    deinit { close(descriptor) }

    /// Sends bytes; `false` when the other side takes no more.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    descriptor,
                    buffer.baseAddress,
                    buffer.count,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Sends text.
    @discardableResult
    package func send(_ text: String) -> Bool {
        send([UInt8](text.utf8))
    }

    /// What comes next: no bytes when nothing comes in the time, `nil` when the connection ended.
    package func receive(withinMilliseconds limit: Int) -> [UInt8]? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = unsafe poll(&waiting, 1, Int32(limit))
        guard ready > 0 else { return ready == 0 ? [] : nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? [UInt8](buffer.prefix(count)) : nil
    }

    /// Everything until the connection ends; `nil` when it does not end in the time.
    package func receiveToEnd(withinMilliseconds limit: Int) -> [UInt8]? {
        var all: [UInt8] = []
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(limit)
        while clock.now < end {
            let left = (end - clock.now).components
            let milliseconds =
                Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000)
            guard let more = receive(withinMilliseconds: max(1, milliseconds)) else { return all }
            all += more
        }
        return nil
    }
}
