package import Audit
package import Clocks
import Foundation
package import TransparencyLog

/// Asks every witness of a policy to cosign a checkpoint, all at once.
///
/// What to send and what to believe is decided by `WitnessExchange`; this carries it out.
package struct WitnessClient: Sendable {
    /// Makes the consistency proof between two sizes of the log.
    package typealias Proof =
        @Sendable (_ old: UInt64, _ new: UInt64) throws -> [MerkleHash]

    private let transport: any WitnessTransport
    private let clock: any WallClock

    package init(transport: any WitnessTransport, clock: any WallClock) {
        self.transport = transport
        self.clock = clock
    }

    /// Collects the cosignatures of a policy's witnesses.
    ///
    /// The last sizes are those of the trees the witnesses cosigned last, as far as is known; a
    /// witness without one is asked from zero, and tells its size when that is wrong. The proof is
    /// asked for from several tasks at once.
    package func cosign(
        _ checkpoint: SignedCheckpoint,
        by policy: WitnessPolicy,
        lastSizes: [NoteKey: UInt64] = [:],
        proof: @escaping Proof
    ) async -> WitnessRound {
        let witnesses = policy.witnesses
        var outcomes = [WitnessRound.Outcome?](repeating: nil, count: witnesses.count)
        await withTaskGroup(of: (Int, WitnessRound.Outcome).self) { group in
            for (place, witness) in witnesses.enumerated() {
                let lastSize = lastSizes[witness.key] ?? 0
                group.addTask {
                    (place, await ask(witness, to: checkpoint, from: lastSize, proof))
                }
            }
            for await (place, outcome) in group { outcomes[place] = outcome }
        }
        return WitnessRound(
            of: checkpoint,
            answers: zip(witnesses, outcomes).compactMap { witness, outcome in
                outcome.map { (witness, $0) }
            }
        )
    }

    private func ask(
        _ witness: WitnessPolicy.Witness,
        to checkpoint: SignedCheckpoint,
        from lastSize: UInt64,
        _ proof: Proof
    ) async -> WitnessRound.Outcome {
        guard let url = Self.address(of: witness) else { return .failure(.noAddress) }
        var exchange = WitnessExchange(of: checkpoint, by: witness.key, lastSize: lastSize)
        var step = exchange.begin()
        // INVARIANT: ends, as an exchange asks to send twice at most.
        while true {
            switch step {
            case .cosigned(let signature, let seen):
                return .success(WitnessRound.Cosignature(signature: signature, seen: seen))
            case .failed(let failure): return .failure(failure)
            case .send(let oldSize):
                do throws(WitnessFailure) {
                    let body = try Self.body(checkpoint, from: oldSize, proof)
                    let reply = try await transport.post(body, to: url)
                    step = exchange.take(try Self.answer(reply), at: clock.now())
                } catch {
                    return .failure(error)
                }
            }
        }
    }

    private static func body(
        _ checkpoint: SignedCheckpoint,
        from oldSize: UInt64,
        _ proof: Proof
    ) throws(WitnessFailure) -> [UInt8] {
        let hashes: [MerkleHash]
        do {
            // Every tree extends the empty one, and none needs a proof to extend itself.
            let newSize = checkpoint.checkpoint.size
            hashes = oldSize == 0 || oldSize == newSize ? [] : try proof(oldSize, newSize)
        } catch {
            throw .noProof
        }
        do {
            let request = try AddCheckpointRequest(
                oldSize: oldSize,
                proof: hashes,
                checkpoint: checkpoint
            )
            return request.bytes
        } catch {
            throw .requestTooLarge
        }
    }

    private static func answer(
        _ reply: WitnessReply
    ) throws(WitnessFailure) -> AddCheckpointAnswer {
        do {
            return try AddCheckpointAnswer(
                status: reply.status,
                contentType: reply.contentType,
                body: reply.body
            )
        } catch {
            throw .unreadableAnswer(error)
        }
    }

    /// Where a witness takes checkpoints; `nil` for anything but a plain address of the web.
    private static func address(of witness: WitnessPolicy.Witness) -> URL? {
        guard var prefix = witness.url else { return nil }
        while prefix.hasSuffix("/") { prefix.removeLast() }
        guard let parts = URLComponents(string: "\(prefix)/add-checkpoint"),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
            parts.host?.isEmpty == false, parts.user == nil, parts.password == nil,
            parts.query == nil, parts.fragment == nil
        else { return nil }
        return parts.url
    }
}
