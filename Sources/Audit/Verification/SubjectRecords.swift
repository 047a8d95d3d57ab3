/// What the leaves say of one contact, as far as numbering and the store are checked against it.
struct SubjectRecord {
    private(set) var lastSequence: UInt64
    /// Whether the contact's first leaf was seen; otherwise the record starts in the middle.
    let isWhole: Bool
    private(set) var isErasureRequested = false
    private(set) var isErased = false
    /// Leaves that commit to a state: one for each turn that left a leaf.
    private(set) var turns: UInt32 = 0
    /// The commitment of the last of them.
    private(set) var state: MerkleHash?
    private(set) var consents = ConsentTrace()

    init(after sequence: UInt64, isWhole: Bool) {
        lastSequence = sequence
        self.isWhole = isWhole
    }

    /// Returns the number that was due when the leaf has another.
    ///
    /// After a break, counting goes on from the number found.
    mutating func take(_ content: LeafContent) -> UInt64? {
        let due = lastSequence &+ 1
        lastSequence = content.sequence
        if let commitment = content.state {
            state = commitment
            turns &+= 1
        }
        if case .consent(let step) = content.detail { consents.add(step) }
        if content.kind == .erasureRequested { isErasureRequested = true }
        if content.kind == .erasureCompleted { isErased = true }
        return content.sequence == due ? nil : due
    }
}

/// One record for each contact that a leaf is about: all of the verifier's memory that grows.
struct SubjectRecords {
    /// A log from its first leaf knows every contact from the first leaf on.
    private let isFromStart: Bool
    // Places instead of records in the dictionary: what it doubles as it grows stays small.
    private var places: [Pseudonym: UInt32] = [:]
    private var records: [SubjectRecord] = []
    /// Who retired contacts go on as.
    private var survivors: [Pseudonym: Pseudonym] = [:]

    init(isFromStart: Bool) {
        self.isFromStart = isFromStart
    }

    var count: Int { records.count }

    /// Every contact, in the order of their pseudonyms.
    var all: [Pseudonym] { places.keys.sorted() }

    func place(of subject: Pseudonym) -> Int? { places[subject].map { Int($0) } }

    subscript(place: Int) -> SubjectRecord { records[place] }

    subscript(subject: Pseudonym) -> SubjectRecord? { place(of: subject).map { records[$0] } }

    /// Returns the number that was due when the leaf has another; a contact that is first seen in
    /// the middle of a log starts where it is seen.
    mutating func take(_ content: LeafContent, of subject: Pseudonym) -> UInt64? {
        if case .retired(let survivor) = content.detail { survivors[subject] = survivor }
        if let place = place(of: subject) { return records[place].take(content) }
        let isWhole = isFromStart || content.sequence == 1
        var record = SubjectRecord(
            after: isWhole ? 0 : content.sequence &- 1,
            isWhole: isWhole
        )
        let due = record.take(content)
        places[subject] = UInt32(records.count)
        records.append(record)
        return due
    }

    /// Who a contact goes on as in the end; itself, unless it was merged into another.
    func survivor(of subject: Pseudonym) -> Pseudonym {
        var last = subject
        // A chain is no longer than there are merges: a tampered log may lead in circles.
        for _ in 0..<survivors.count {
            guard let next = survivors[last] else { return last }
            last = next
        }
        return last
    }
}
