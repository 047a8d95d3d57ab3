/// A request of HTTP/1.1, as a well-behaved client makes it.
package struct RawRequest: Sendable {
    package var method: String
    package var path: String
    package var body: [UInt8]

    package init(_ method: String, _ path: String, body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.body = body
    }

    /// The request on the wire; the connection ends with its answer.
    package var bytes: [UInt8] {
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Length: \(body.count)\r\n\r\n"
        return [UInt8](head.utf8) + body
    }

    /// Sends the request on a connection of its own; `nil` when no whole answer comes in the time.
    package func send(
        toPort port: Int,
        withinMilliseconds limit: Int = 10_000
    ) -> RawAnswer? {
        guard let connection = try? RawConnection(port: port) else { return nil }
        connection.send(bytes)
        return connection.receiveToEnd(withinMilliseconds: limit).flatMap { RawAnswer($0) }
    }
}
