extension SignedNote {
    /// The keys among these that signed the text, each once, in the order of their signatures.
    ///
    /// Signatures by unknown keys are ignored, and so is every signature by a key but its first,
    /// as golang/mod does. A first signature that does not verify refuses the whole note.
    ///
    /// - Throws: `invalidSignature`; `ambiguousKey` when a signature names two of the keys;
    ///   `unverified` when none of the keys signed.
    package func signatures(by keys: [NoteKey]) throws(NoteError) -> [NoteKey] {
        let signed = try verifiedSignatures(by: keys).map(\.key)
        guard !signed.isEmpty else { throw .unverified }
        return signed
    }

    /// The same with what was signed; none of the keys need have signed.
    func verifiedSignatures(
        by keys: [NoteKey]
    ) throws(NoteError) -> [(key: NoteKey, signature: NoteSignature)] {
        var verified: [(key: NoteKey, signature: NoteSignature)] = []
        for signature in signatures {
            let named = keys.filter(signature.isNamed(after:))
            guard let key = named.first else { continue }
            guard named.count == 1 else { throw .ambiguousKey(name: key.name, id: key.id) }
            guard !verified.contains(where: { $0.key == key }) else { continue }
            guard key.verifies(signature.bytes, of: text) else {
                throw .invalidSignature(name: key.name, id: key.id)
            }
            verified.append((key, signature))
        }
        return verified
    }
}
