import Clocks
import Testing
import TransparencyLog

/// The log's side: what is sent to a witness, and what of its answers is believed.
struct WitnessExchangeTests {
    private let log: WitnessSample
    private let cosigner: Cosigner
    private let now = WitnessSample.time

    init() throws {
        log = try WitnessSample()
        cosigner = try WitnessSample.cosigner()
    }

    private func exchange(_ size: Int, lastSize: UInt64 = 0) throws -> WitnessExchange {
        try WitnessExchange(
            of: log.checkpoint(size),
            by: cosigner.verifierKey,
            lastSize: lastSize
        )
    }

    private func cosignature(
        _ size: Int,
        by cosigner: Cosigner? = nil,
        at time: Timestamp? = nil
    ) throws -> NoteSignature {
        let text = try log.checkpoint(size).note.text
        return (cosigner ?? self.cosigner).cosignature(of: text, at: time ?? now)
    }

    @Test func `a cosignature that verifies is believed`() throws {
        var exchange = try exchange(8, lastSize: 5)
        #expect(exchange.begin() == .send(oldSize: 5))
        let signature = try cosignature(8)
        let seen = CosignatureSeen(key: cosigner.verifierKey, time: now)
        #expect(exchange.take(.cosigned([signature]), at: now) == .cosigned(signature, seen))
    }

    @Test func `the cosignature is found among those of strangers`() throws {
        var exchange = try exchange(8)
        _ = exchange.begin()
        let other = try cosignature(8, by: WitnessSample.cosigner(10))
        let signature = try cosignature(8)
        let step = exchange.take(.cosigned([other, signature]), at: now)
        #expect(step == .cosigned(signature, CosignatureSeen(key: cosigner.verifierKey, time: now)))
    }

    @Test func `a conflict is answered once, with the size it tells`() throws {
        var exchange = try exchange(8, lastSize: 3)
        #expect(exchange.begin() == .send(oldSize: 3))
        #expect(exchange.take(.conflict(latest: 6), at: now) == .send(oldSize: 6))
        #expect(exchange.take(.conflict(latest: 7), at: now) == .failed(.keepsChanging))
    }

    @Test func `a witness may tell that it knows nothing yet`() throws {
        var exchange = try exchange(8, lastSize: 3)
        _ = exchange.begin()
        #expect(exchange.take(.conflict(latest: 0), at: now) == .send(oldSize: 0))
    }

    @Test func `a witness that saw more than the log has is an alarm`() throws {
        var told = try exchange(8)
        _ = told.begin()
        let failure = WitnessFailure.isAhead(size: 9)
        #expect(told.take(.conflict(latest: 9), at: now) == .failed(failure))
        var known = try exchange(8, lastSize: 9)
        #expect(known.begin() == .failed(failure))
        #expect(failure.isAlarming)
        #expect(WitnessFailure.inconsistent.isAlarming)
        #expect(!WitnessFailure.tooSlow.isAlarming)
    }

    @Test(
        arguments: [
            (.conflict(latest: 0), .contradiction), (.unknownLog, .unknownLog),
            (.untrusted, .untrusted), (.inconsistent, .inconsistent),
            (.malformed, .notUnderstood), (.cosigned([]), .noCosignature),
        ] as [(AddCheckpointAnswer, WitnessFailure)]
    )
    func `every other answer is the end`(
        answer: AddCheckpointAnswer,
        failure: WitnessFailure
    ) throws {
        var exchange = try exchange(8)
        _ = exchange.begin()
        #expect(exchange.take(answer, at: now) == .failed(failure))
    }

    @Test func `a cosignature of something else, or by someone else, is not believed`() throws {
        let impostor = try Cosigner(
            name: cosigner.verifierKey.name,
            key: NoteVectors.key(10)
        )
        let key = cosigner.verifierKey
        let forged = try cosignature(8, by: impostor)
        let renamed = try NoteSignature(name: key.name, keyID: key.id, bytes: forged.bytes)
        let cases: [(NoteSignature, WitnessFailure)] = [
            (try cosignature(7), .wrongCosignature), (forged, .noCosignature),
            (renamed, .wrongCosignature), (log.signer.signature(of: "x\n"), .noCosignature),
            (try NoteSignature(name: key.name, keyID: key.id, bytes: [1]), .wrongCosignature),
        ]
        for (signature, failure) in cases {
            var exchange = try exchange(8)
            _ = exchange.begin()
            #expect(exchange.take(.cosigned([signature]), at: now) == .failed(failure))
        }
    }

    @Test(arguments: [(600_000, true), (-600_000, true), (601_000, false), (-601_000, false)])
    func `a cosignature's time is near the log's own`(
        distance: Int64,
        isBelieved: Bool
    ) throws {
        let time = Timestamp(milliseconds: now.milliseconds + distance)
        let signature = try cosignature(8, at: time)
        var exchange = try exchange(8)
        _ = exchange.begin()
        let seen = CosignatureSeen(key: cosigner.verifierKey, time: time)
        let step = exchange.take(.cosigned([signature]), at: now)
        #expect(step == (isBelieved ? .cosigned(signature, seen) : .failed(.wrongTime(time))))
    }

    @Test func `two witnesses that know different trees both come to cosign`() throws {
        let cosigners = try [UInt8](10...11).map { try WitnessSample.cosigner($0) }
        var known: [ObservedTree?] = [nil, log.tree(5)]
        for size in [8, 8, 20] {
            let checkpoint = try log.checkpoint(size)
            for (place, cosigner) in cosigners.enumerated() {
                let logs = try TrustedLogs(
                    keys: [log.key],
                    witnessedBy: cosigner.verifierKey
                )
                var exchange = WitnessExchange(
                    of: checkpoint,
                    by: cosigner.verifierKey,
                    lastSize: 3
                )
                var step = exchange.begin()
                var requests = 0
                while case .send(let oldSize) = step {
                    requests += 1
                    let decision = Witnessing.decide(
                        try log.request(from: Int(oldSize), to: size),
                        known: known[place],
                        logs: logs,
                        cosigner: cosigner,
                        at: now
                    )
                    switch decision {
                    case .cosign(let cosigning):
                        known[place] = cosigning.tree
                        step = exchange.take(cosigning.answer, at: now)
                    case .refuse(let refusal):
                        step = exchange.take(refusal.answer, at: now)
                    }
                }
                #expect(requests == 2)
                guard case .cosigned(_, let seen) = step else {
                    Issue.record("\(step)")
                    continue
                }
                #expect(seen.key == cosigner.verifierKey)
                #expect(known[place] == log.tree(size))
            }
        }
    }

    @Test func `an answer before a request is a defect`() async {
        await #expect(processExitsWith: .failure) {
            var exchange = try WitnessExchangeTests().exchange(8)
            _ = exchange.take(.unknownLog, at: WitnessSample.time)
        }
    }

    @Test func `a key that does not cosign is a defect`() async {
        await #expect(processExitsWith: .failure) {
            let log = try WitnessSample()
            _ = WitnessExchange(of: try log.checkpoint(1), by: log.key, lastSize: 0)
        }
    }

    @Test(
        arguments: [
            .isAhead(size: .max), .keepsChanging, .contradiction, .unknownLog, .untrusted,
            .inconsistent, .notUnderstood, .noCosignature, .wrongCosignature,
            .wrongTime(WitnessSample.time), .noProof, .noAddress, .requestTooLarge, .noRoom,
            .unreadableAnswer(.unknownLength), .unreachable, .tooSlow,
        ] as [WitnessFailure]
    )
    func `every failure is one line`(failure: WitnessFailure) {
        #expect(!failure.text.isEmpty && failure.text.utf8.count <= 200)
        #expect(!failure.text.contains("\n") && !failure.text.hasSuffix("."))
    }
}
