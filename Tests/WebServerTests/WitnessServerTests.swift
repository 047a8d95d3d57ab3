import Audit
import RawHTTP
import Testing
import TransparencyLog
import WebServer

/// The witness on a port: its routes and its answers.
struct WitnessServerTests {
    private let log: SampleLog

    init() throws {
        log = try SampleLog()
    }

    @Test func `the routes answer under the prefix`() async throws {
        let path = TrustedLogs.pathName(of: log.origin)
        let request = try log.request(from: 0, to: 3)
        var served = ServedWitness(of: log)
        served.prefix = "/w/1/"
        let (answers, lines) = try await served.serve { port in
            [
                RawRequest("GET", "/health"), RawRequest("GET", "/w/1/\(path)/checkpoint"),
                RawRequest("POST", "/w/1/add-checkpoint", body: request),
                RawRequest("GET", "/w/1/\(path)/checkpoint"),
            ].map { $0.send(toPort: port) }
        }
        #expect(answers.map { $0?.status } == [200, 404, 200, 200])
        #expect(answers[2]?.text.hasPrefix("— witness.example/w1 ") == true)
        #expect(answers[3]?.text.hasPrefix("example.com/log\n3\n") == true)
        #expect(answers[3]?.body.isEmpty == false)
        #expect(lines.count == 1)
        #expect(lines[0].contains(#""origin":"example.com/log","outcome":"cosigned""#))
    }

    @Test func `nothing else answers`() async throws {
        let path = TrustedLogs.pathName(of: log.origin)
        let request = try log.request(from: 0, to: 3)
        var served = ServedWitness(of: log)
        served.prefix = "/w/1/"
        let others = [
            RawRequest("GET", "/w/1/add-checkpoint"), RawRequest("GET", "/\(path)/checkpoint"),
            RawRequest("POST", "/add-checkpoint", body: request), RawRequest("GET", "/w/1"),
            RawRequest("GET", "/w/1/\(path)/checkpoint/x"), RawRequest("GET", "/"),
            RawRequest("GET", "/w/1/\(path.uppercased())/checkpoint"),
            RawRequest("GET", "/w/1/%2e%2e/health"), RawRequest("GET", "/w/1/../../health"),
            RawRequest("DELETE", "/w/1/\(path)/checkpoint"),
        ]
        let (answers, lines) = try await served.serve { port in
            others.map { $0.send(toPort: port) }
        }
        for (other, answer) in zip(others, answers) {
            #expect(answer?.status == 404, "\(other.method) \(other.path)")
        }
        #expect(lines.isEmpty)
    }

    @Test func `each refusal is its status, and one line without the request`() async throws {
        let fork = try SampleLog(fork: 2)
        let stranger = try SampleLog(origin: "jane@example.com")
        let cases: [(body: [UInt8], status: Int, word: String)] = [
            (try log.request(from: 0, to: 8), 200, "cosigned"),
            ([UInt8]("jane@example.com\n".utf8), 400, "malformed"),
            (try stranger.request(from: 0, to: 1), 404, "unknown-log"),
            (try log.request(from: 3, to: 9), 409, "conflict"),
            (try fork.request(from: 8, to: 9), 422, "proof-fails"),
            (try fork.request(from: 8, to: 8), 422, "split-view"),
        ]
        let bodies = cases.map(\.body)
        let (answers, lines) = try await ServedWitness(of: log).serve { port in
            bodies.map { RawRequest("POST", "/add-checkpoint", body: $0).send(toPort: port) }
        }
        #expect(answers.map { $0?.status } == cases.map(\.status))
        #expect(answers[3]?.text == "8\n")
        #expect(answers[3]?.fields["content-type"] == "text/x.tlog.size")
        #expect(lines.count == cases.count)
        for (place, line) in lines.enumerated() {
            #expect(line.contains("\"outcome\":\"\(cases[place].word)\""))
            #expect(!line.contains("jane") && line.hasSuffix("}\n"))
            #expect(answers[place]?.text.contains("jane") == false)
        }
        #expect(lines.last?.contains("\"evidence\":") == true)
        #expect(lines.last?.contains(log.root(8).hex) == true)
        #expect(lines.last?.contains(fork.root(8).hex) == true)
    }

    @Test(arguments: ["/", "/a", "/a/", "/a/b-c_d.e/", "//"])
    func `a prefix is a path of plain names`(prefix: String) {
        #expect(WitnessServer.isPrefix(prefix))
    }

    @Test(
        arguments: [
            "", "a", "/:a", "/*", "/a{b}", "/a b", "/%41", "/..", "/a/./b", "/health", "/ä",
            "/a?b", "/" + String(repeating: "a", count: 128),
        ]
    )
    func `anything else is no prefix`(prefix: String) {
        #expect(!WitnessServer.isPrefix(prefix))
    }
}
