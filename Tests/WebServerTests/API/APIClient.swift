import JSONCoding
import RawHTTP
import Testing

/// A program that calls the interface, byte by byte.
struct APIClient: Sendable {
    let port: Int

    /// Sends a request on a connection of its own and waits for the answer.
    func send(
        _ method: String,
        _ path: String,
        key: String? = nil,
        fields: [String] = [],
        body: [UInt8] = []
    ) throws -> RawAnswer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        if let key { head += "Authorization: Bearer \(key)\r\n" }
        for field in fields { head += "\(field)\r\n" }
        head += "Content-Length: \(body.count)\r\n\r\n"
        let connection = try RawConnection(port: port)
        connection.send([UInt8](head.utf8) + body)
        let bytes = connection.receiveToEnd(withinMilliseconds: 20_000)
        return try #require(bytes.flatMap { RawAnswer($0) }, "\(method) \(path): no answer")
    }

    func get(_ path: String, key: String? = nil) throws -> RawAnswer {
        try send("GET", path, key: key)
    }

    /// Posts JSON.
    func post(
        _ path: String,
        _ json: String = "{}",
        key: String? = nil,
        fields: [String] = []
    ) throws -> RawAnswer {
        try send(
            "POST",
            path,
            key: key,
            fields: ["Content-Type: application/json"] + fields,
            body: [UInt8](json.utf8)
        )
    }

    func delete(_ path: String, key: String? = nil) throws -> RawAnswer {
        try send("DELETE", path, key: key)
    }
}

extension RawAnswer {
    /// The body as JSON; null when it is none.
    var json: JSONValue { JSONReader.read(body) ?? .null }

    /// The last part of a problem's type.
    var problem: String? {
        guard fields["content-type"] == "application/problem+json" else { return nil }
        return json["type"]?.text.map { String($0.dropFirst("/problems/".count)) }
    }
}
