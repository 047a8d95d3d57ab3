import Audit
import Clocks
import CommandLineSupport
import TransparencyLog

/// Whom an auditor trusts: the log's key, and those who must have cosigned.
struct LogTrust {
    let key: NoteKey?
    private let policy: WitnessPolicy?

    init(verifier: String?, policy file: String?) throws {
        do {
            key = try verifier.map { try NoteKey(text: $0) }
        } catch let error as NoteError {
            throw Failure.cannotRun("--verifier: \(error.text)")
        }
        guard let file else {
            policy = nil
            return
        }
        let bytes = try FileBytes.read(file, limit: WitnessPolicy.largestByteCount)
        do {
            policy = try WitnessPolicy(text: bytes.text)
        } catch {
            throw Failure.cannotRun("\(file): \(error.text)")
        }
    }

    /// The policy, where there has to be one.
    func requiredPolicy() throws -> WitnessPolicy {
        guard let policy else { throw Failure.cannotRun("no policy says who must cosign") }
        return policy
    }

    private var keys: [NoteKey] {
        let named = policy?.logs ?? []
        return named + [key].compactMap(\.self).filter { !named.contains($0) }
    }

    /// Whether anything says whose signatures count.
    var knowsLog: Bool { !keys.isEmpty }

    /// A checkpoint kept elsewhere: that the auditor kept it says more than who signed it.
    func external(_ signed: SignedCheckpoint, in file: String) -> ExternalCheckpoint {
        ExternalCheckpoint(
            size: signed.checkpoint.size,
            root: signed.checkpoint.root,
            source: file
        )
    }

    /// Refuses a checkpoint that no known key of the log has signed; without a key all pass.
    func require(_ signed: SignedCheckpoint, in file: String) throws {
        guard !keys.isEmpty else { return }
        do {
            try signed.verified(by: keys)
        } catch {
            throw Failure.doesNotHold("\(file): \(error.text)")
        }
    }

    /// Refuses a log that never had the key the auditor was given.
    func require(amongst stored: [String], in store: String) throws {
        guard let key, !stored.contains(key.text) else { return }
        throw Failure.doesNotHold("the key \(key.title) is none of the log in \(store)")
    }

    /// Who cosigned as the policy asks, in a line; `nil` without a policy.
    func cosigners(of signed: SignedCheckpoint?) -> String? {
        guard let policy, let signed,
            let seen = try? signed.cosignatures(by: policy.witnessKeys), !seen.isEmpty
        else { return nil }
        let names = seen.map { "\($0.key.name) (\($0.time.text))" }.joined(separator: ", ")
        return "the checkpoint of \(signed.checkpoint.size) leaves is cosigned by \(names)"
    }

    /// Why a checkpoint has not the cosignatures the policy asks for; `nil` if it has them.
    func missingCosigners(_ signed: SignedCheckpoint?) throws -> String? {
        guard let policy else { return nil }
        guard let signed else { return "the log was never signed, so nobody cosigned it" }
        do {
            let seen = try signed.cosignatures(by: policy.witnessKeys)
            return policy.isMet(by: seen.map(\.key))
                ? nil
                : "the checkpoint of \(signed.checkpoint.size) leaves has not the cosignatures "
                    + "that the policy asks for; \(seen.count) of its witnesses signed"
        } catch {
            return error.text
        }
    }
}
