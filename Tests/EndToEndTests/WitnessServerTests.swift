import ConversationRuntime
import Dispatch
import Foundation
import RawHTTP
import Synchronization
import Testing
import TransparencyLog
import parley

// Two operators cosign each other: the real client, and the real server as a process of its own.

/// A policy that wants every one of these witnesses.
private func policy(_ witnesses: [RunningWitness]) throws -> WitnessPolicy {
    let lines = witnesses.enumerated().map { place, witness in
        "witness w\(place) \(witness.key.text) http://127.0.0.1:\(witness.port)/\n"
    }
    let names = witnesses.indices.map { "w\($0)" }.joined(separator: " ")
    return try WitnessPolicy(
        text: lines.joined() + "group all-of-them all \(names)\nquorum all-of-them\n"
    )
}

private let client = WitnessClient(transport: URLSessionTransport(), clock: SystemClock())

@Test func `two operators cosign each other's logs`() async throws {
    try await Programs.withFolder { folder in
        let logs = [
            try WitnessedLog("a.example/log"), try WitnessedLog("b.example/log", secret: 2),
        ]
        let witnesses = try (1...2).map { number in
            try RunningWitness(
                in: "\(folder)/\(number)",
                name: "witness.example/\(number)",
                logs: logs.map(\.key)
            )
        }
        let policy = try policy(witnesses)
        for log in logs {
            var last: [NoteKey: UInt64] = [:]
            for size in [0, 3, 3, 200] {
                let checkpoint = try log.checkpoint(size)
                let round = await client.cosign(checkpoint, by: policy, lastSizes: last) {
                    log.proof(from: $0, to: $1)
                }
                #expect(policy.isMet(by: round.cosigners))
                let seen = try round.checkpoint.cosignatures(by: policy.witnessKeys)
                #expect(seen.count == 2)
                try round.checkpoint.verified(by: [log.key])
                // The second time, only the first witness is asked from the size it has.
                last = [witnesses[0].key: UInt64(size)]
            }
            let path = TrustedLogs.pathName(of: log.key.name)
            for witness in witnesses {
                let shown = RawRequest("GET", "/\(path)/checkpoint").send(toPort: witness.port)
                let bytes = try #require(shown?.body)
                let checkpoint = try SignedCheckpoint(bytes: bytes)
                #expect(checkpoint.checkpoint.size == 200)
                try checkpoint.verified(by: [log.key])
                #expect(try checkpoint.cosignatures(by: [witness.key]).count == 1)
            }
        }
        for witness in witnesses { #expect(witness.stop() == 0) }
    }
}

@Test func `a log that was put back, or forked, is told so by its witness`() async throws {
    try await Programs.withFolder { folder in
        let log = try WitnessedLog()
        let fork = try WitnessedLog(fork: 5)
        let witness = try RunningWitness(in: folder, logs: [log.key])
        let policy = try policy([witness])
        func outcome(_ side: WitnessedLog, _ size: Int) async throws -> WitnessRound.Outcome? {
            let checkpoint = try side.checkpoint(size)
            let round = await client.cosign(checkpoint, by: policy) { side.proof(from: $0, to: $1) }
            #expect(policy.isMet(by: round.cosigners) == (round.checkpoint != checkpoint))
            return round.answers.first?.outcome
        }
        guard case .success = try await outcome(log, 20) else {
            Issue.record("an honest log was refused")
            return
        }
        #expect(try await outcome(log, 19) == .failure(.isAhead(size: 20)))
        #expect(try await outcome(fork, 20) == .failure(.inconsistent))
        #expect(try await outcome(fork, 21) == .failure(.inconsistent))
        #expect(witness.log.contains(#""outcome":"split-view""#))
        let stranger = try WitnessedLog("other.example/log")
        #expect(try await outcome(stranger, 1) == .failure(.unknownLog))
        let impostor = try WitnessedLog(secret: 7)
        #expect(try await outcome(impostor, 1) == .failure(.untrusted))
        witness.kill()
        #expect(try await outcome(log, 21) == .failure(.unreachable))
    }
}

@Test func `kill -9 between answers never lets a witness sign a smaller or forked tree`() throws {
    try Programs.withTemporaryFolder { folder in
        let log = try WitnessedLog()
        let fork = try WitnessedLog(fork: 0)
        var witness = try RunningWitness(in: folder, logs: [log.key])
        let key = witness.key
        var size = 0
        for _ in 0..<4 {
            let start = size
            let port = witness.port
            let acknowledged = Mutex(start)
            let ended = DispatchSemaphore(value: 0)
            DispatchQueue(label: "client").async {
                var next = start + 1
                while next < 250, let body = try? log.request(from: next - 1, to: next),
                    RawRequest("POST", "/add-checkpoint", body: body).send(toPort: port)?
                        .status == 200
                {
                    acknowledged.withLock { $0 = next }
                    next += 1
                }
                ended.signal()
            }
            // Waits for a few answers, or for the requests to end too soon.
            while acknowledged.withLock({ $0 }) < start + 5,
                ended.wait(timeout: .now() + .milliseconds(2)) == .timedOut
            {}
            witness.kill()
            _ = ended.wait(timeout: .now() + .seconds(15))
            let last = acknowledged.withLock { $0 }
            #expect(last >= start + 5, "the witness did not answer")
            witness = try RunningWitness(in: folder, logs: [log.key])
            #expect(witness.key == key)
            // The last one may have been kept and its answer lost.
            let told = witness.post(try log.request(from: 249, to: 250))
            #expect(told?.status == 409)
            size = try #require(told.flatMap { Int($0.text.dropLast()) })
            #expect(size == last || size == last + 1)
            for (request, status) in [
                (try log.request(from: 0, to: size - 1), 409),
                (try log.request(from: size - 1, to: size - 1), 409),
                (try log.request(from: size, to: size - 1), 400),
                (try fork.request(from: 0, to: size), 409),
                (try fork.request(from: size, to: size), 422),
                (try fork.request(from: size, to: size + 3), 422),
                (try log.request(from: size, to: size), 200),
            ] {
                #expect(witness.post(request)?.status == status)
            }
        }
    }
}

@Test func `the server bounds bodies and the time they take, and knows no other path`() throws {
    try Programs.withTemporaryFolder { folder in
        let log = try WitnessedLog()
        let witness = try RunningWitness(in: folder, logs: [log.key])
        #expect(witness.post([UInt8](repeating: 0x61, count: 65_537))?.status == 413)
        #expect(witness.post([UInt8](repeating: 0x61, count: 65_536))?.status == 400)
        for path in ["/", "/add-checkpoint/", "/../add-checkpoint", "/checkpoint", "/%00"] {
            let answer = RawRequest("GET", path).send(toPort: witness.port)
            #expect([400, 404].contains(answer?.status), "\(path)")
        }
        let slow = try RawConnection(port: witness.port)
        slow.send("POST /add-checkpoint HTTP/1.1\r\nContent-Length: 1000\r\n\r\n")
        var received: [UInt8]? = []
        for _ in 0..<100 where received != nil {
            slow.send("x")
            guard let more = slow.receive(withinMilliseconds: 100) else { break }
            received? += more
        }
        #expect(received.flatMap { RawAnswer($0) }?.status == 408)
        // None of it kept the witness from its work.
        #expect(witness.post(try log.request(from: 0, to: 3))?.status == 200)
        #expect(witness.log.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"time\":\"") })
    }
}
