package import TransparencyLog

/// What came of asking the witnesses of a policy about one checkpoint.
package struct WitnessRound: Sendable {
    /// A cosignature that was verified.
    package struct Cosignature: Hashable, Sendable {
        package let signature: NoteSignature
        package let seen: CosignatureSeen
    }

    package typealias Outcome = Result<Cosignature, WitnessFailure>

    /// One witness and what came of asking it.
    package struct Answer: Sendable {
        package let witness: WitnessPolicy.Witness
        package let outcome: Outcome
    }

    /// The checkpoint with every cosignature that came.
    package let checkpoint: SignedCheckpoint
    /// Each witness once, in the order of the policy.
    package let answers: [Answer]

    /// The keys of the witnesses that cosigned.
    package var cosigners: [NoteKey] {
        answers.compactMap { answer in
            guard case .success(let cosignature) = answer.outcome else { return nil }
            return cosignature.seen.key
        }
    }

    /// Puts the cosignatures under the checkpoint.
    init(
        of checkpoint: SignedCheckpoint,
        answers: [(witness: WitnessPolicy.Witness, outcome: Outcome)]
    ) {
        var longer = checkpoint
        var kept: [Answer] = []
        for (witness, outcome) in answers {
            var outcome = outcome
            if case .success(let cosignature) = outcome {
                do {
                    longer = try longer.adding(cosignature.signature)
                } catch {
                    outcome = .failure(.noRoom)
                }
            }
            kept.append(Answer(witness: witness, outcome: outcome))
        }
        self.checkpoint = longer
        self.answers = kept
    }
}
