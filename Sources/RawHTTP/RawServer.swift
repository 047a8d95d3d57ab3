import Dispatch
import Glibc

/// A server on a free port of this machine that answers every request with the same bytes.
///
/// SAFETY: each pointer is lent to one system call, which keeps nothing of it.
package final class RawServer: Sendable {
    package let port: Int
    private let descriptor: Int32

    /// Starts to answer; `nil` when no port can be had.
    package init?(answer: [UInt8]) {
        let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard made >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { socket in
                guard unsafe bind(made, socket, length) == 0, listen(made, 16) == 0 else {
                    return Int32(-1)
                }
                return unsafe getsockname(made, socket, &length)
            }
        }
        guard status == 0 else {
            close(made)
            return nil
        }
        descriptor = made
        port = Int(UInt16(bigEndian: address.sin_port))
        DispatchQueue(label: "raw-server").async {
            while true {
                let accepted = accept(made, nil, nil)
                guard accepted >= 0 else { return }
                let connection = RawConnection(accepted: accepted)
                guard connection.receiveRequest() else { continue }
                connection.send(answer)
            }
        }
    }

    deinit {
        // Ends the waiting for connections, and so the thread.
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }
}

extension RawConnection {
    /// Waits for a request to arrive whole; `false` when it does not in a few seconds.
    fileprivate func receiveRequest() -> Bool {
        var bytes: [UInt8] = []
        for _ in 0..<50 {
            guard let more = receive(withinMilliseconds: 100) else { return false }
            bytes += more
            // The head of a request has the form of an answer's, but for its first line.
            let answer = [UInt8]("HTTP/1.1 0\r\n".utf8) + bytes.drop { $0 != 0x0A }.dropFirst()
            if RawAnswer(answer) != nil { return true }
        }
        return false
    }
}
