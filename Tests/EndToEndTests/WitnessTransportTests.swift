import Foundation
import RawHTTP
import Testing
import TransparencyLog
import parley

/// What the client takes from a server that is no witness.
struct WitnessTransportTests {
    /// Posts to a server that answers with these bytes.
    private func post(_ answer: String) async throws -> WitnessReply {
        let server = try #require(RawServer(answer: [UInt8](answer.utf8)))
        let url = try #require(URL(string: "http://127.0.0.1:\(server.port)/add-checkpoint"))
        let reply = try await URLSessionTransport().post([UInt8]("old 0\n".utf8), to: url)
        withExtendedLifetime(server) {}
        return reply
    }

    private func answer(_ status: String, _ fields: String = "", _ body: String = "") -> String {
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
    }

    @Test func `status, type and body are handed on`() async throws {
        let reply = try await post(
            answer("409 Conflict", "Content-Type: text/x.tlog.size\r\n", "8\n")
        )
        #expect(reply.status == 409)
        #expect(reply.contentType == "text/x.tlog.size")
        #expect(reply.body == [UInt8]("8\n".utf8))
    }

    @Test func `an answer of 64 KiB is taken whole`() async throws {
        let reply = try await post(answer("200 OK", "", String(repeating: "x", count: 65_536)))
        #expect(reply.body.count == 65_536)
    }

    @Test func `an answer that is longer is not read`() async throws {
        let long = answer("200 OK", "", String(repeating: "x", count: 65_537))
        await #expect(throws: WitnessFailure.unreadableAnswer(.tooLong(limit: 65_536))) {
            try await post(long)
        }
    }

    @Test(
        arguments: [
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\n\r\nuntil the end",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Encoding: gzip\r\n\r\nx",
        ]
    )
    func `an answer of a length nobody told is not read`(answer: String) async {
        await #expect(throws: WitnessFailure.unreadableAnswer(.unknownLength)) {
            try await post(answer)
        }
    }

    @Test func `a witness is not somewhere else`() async throws {
        let other = try #require(RawServer(answer: [UInt8](answer("200 OK").utf8)))
        for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
            let location = "Location: http://127.0.0.1:\(other.port)/\r\n"
            let reply = try await post(answer(status, location))
            #expect(reply.status == Int(status.prefix(3)))
        }
        withExtendedLifetime(other) {}
    }

    @Test(
        arguments: [
            "", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
            "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        ]
    )
    func `an answer that breaks off, or asks for a password, is none`(answer: String) async {
        await #expect(throws: WitnessFailure.unreachable) { try await post(answer) }
    }
}
