import RawHTTP
import Testing
import WebServer

/// What a server takes from clients that misbehave: each limit, on a real port.
struct ServerLimitTests {
    private let served: ServedWitness
    private let log: SampleLog

    init() throws {
        log = try SampleLog()
        served = ServedWitness(of: log)
    }

    private static let post = "POST /add-checkpoint HTTP/1.1\r\n"

    @Test func `a body over the limit is not waited for`() async throws {
        let (answer, lines) = try await served.serve { port in
            let connection = try RawConnection(port: port)
            connection.send("\(Self.post)Content-Length: 65537\r\n\r\n")
            return connection.receive(withinMilliseconds: 30_000).flatMap { RawAnswer($0) }
        }
        #expect(answer?.status == 413)
        #expect(answer?.fields["connection"] == "close")
        #expect(lines.first?.contains("body-too-large") == true)
    }

    @Test func `a body over the limit in pieces is refused where it passes it`() async throws {
        let (answer, lines) = try await served.serve { port in
            let connection = try RawConnection(port: port)
            connection.send("\(Self.post)Transfer-Encoding: chunked\r\n\r\n")
            let piece = "1000\r\n" + String(repeating: "x", count: 4096) + "\r\n"
            for _ in 0..<17 { connection.send(piece) }
            return connection.receive(withinMilliseconds: 30_000).flatMap { RawAnswer($0) }
        }
        #expect(answer?.status == 413)
        #expect(lines.first?.contains("body-too-large") == true)
    }

    @Test func `a body that drips is ended, and told so`() async throws {
        var served = served
        served.limits.bodySeconds = 1
        let (received, lines) = try await served.serve { port in
            let connection = try RawConnection(port: port)
            connection.send("\(Self.post)Content-Length: 1000\r\n\r\n")
            return connection.drip("x", times: 600)
        }
        let all = try #require(received, "the connection stayed open")
        #expect(RawAnswer(all)?.status == 408)
        #expect(lines.first?.contains("body-too-slow") == true)
    }

    @Test func `a body that nobody waits for does not keep the connection`() async throws {
        var served = served
        served.limits.bodySeconds = 1
        let (received, _) = try await served.serve { port in
            let connection = try RawConnection(port: port)
            connection.send("POST /nowhere HTTP/1.1\r\nContent-Length: 1000\r\n\r\n")
            return connection.drip("x", times: 600)
        }
        let all = try #require(received, "the connection stayed open")
        // Answered before or after its time was over, it is answered and ended.
        #expect([404, 408].contains(RawAnswer(all)?.status))
    }

    @Test func `a head that drips, and silence, are ended`() async throws {
        var served = served
        served.limits.idleSeconds = 1
        let (received, _) = try await served.serve { port in
            let silent = try RawConnection(port: port)
            let slow = try RawConnection(port: port)
            slow.send("GET /health HTTP/1.1\r\n")
            let dripped = slow.drip("A: b\r\n", times: 600)
            return [dripped, silent.receiveToEnd(withinMilliseconds: 30_000)]
        }
        #expect(received == [[], []])
    }

    @Test(
        arguments: [
            "X: \(String(repeating: "x", count: 9000))\r\n",
            String(repeating: "X: \(String(repeating: "x", count: 1000))\r\n", count: 20),
            String(repeating: "X: x\r\n", count: 70),
        ]
    )
    func `a head over a limit is refused`(fields: String) async throws {
        let (received, _) = try await served.serve { port in
            let connection = try RawConnection(port: port)
            connection.send("GET /health HTTP/1.1\r\n\(fields)\r\n")
            return connection.receiveToEnd(withinMilliseconds: 30_000)
        }
        let all = try #require(received, "the connection stayed open")
        #expect(RawAnswer(all)?.status != 200)
    }

    @Test func `requests that two servers could read in two ways are refused`() async throws {
        let body = String(decoding: try log.request(from: 0, to: 3), as: UTF8.self)
        let length = body.utf8.count
        let heads = [
            "Content-Length: \(length)\r\nContent-Length: \(length + 1)\r\n",
            "Content-Length: \(length)\r\nTransfer-Encoding: chunked\r\n",
            "Content-Length: +\(length)\r\n", "Content-Length : \(length)\r\n",
            "Transfer-Encoding: chunked, identity\r\n",
        ]
        let (statuses, lines) = try await served.serve { port in
            try heads.map { fields in
                let connection = try RawConnection(port: port)
                connection.send("\(Self.post)Connection: close\r\n\(fields)\r\n\(body)")
                let all = connection.receiveToEnd(withinMilliseconds: 30_000)
                return all.flatMap { RawAnswer($0) }?.status
            }
        }
        for (head, status) in zip(heads, statuses) { #expect(status != 200, "\(head)") }
        #expect(!lines.contains { $0.contains("cosigned") })
    }

    @Test func `a connection serves several requests, one after the other`() async throws {
        let body = String(decoding: try log.request(from: 0, to: 3), as: UTF8.self)
        let whole = "\(Self.post)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let (statuses, _) = try await served.serve { port in
            let connection = try RawConnection(port: port)
            return (0..<3).map { _ in
                connection.send(whole)
                return connection.receive(withinMilliseconds: 30_000)
                    .flatMap { RawAnswer($0) }?.status
            }
        }
        #expect(statuses == [200, 409, 409])
    }
}

extension RawConnection {
    /// Sends the same every tenth of a second until the connection ends, and gives all that came;
    /// `nil` when it does not end.
    fileprivate func drip(_ text: String, times: Int) -> [UInt8]? {
        var received: [UInt8] = []
        for _ in 0..<times {
            send(text)
            guard let more = receive(withinMilliseconds: 100) else { return received }
            received += more
        }
        return nil
    }
}
