import Audit
package import Clocks
package import Storage

// How the log grows shorter at its beginning, once the law no longer asks for it.
extension LogKeeper {
    /// What pruning would remove, or has removed.
    package struct Pruning: Hashable, Sendable {
        /// The first leaf there was.
        package let from: UInt64
        /// The first leaf that stays.
        package let to: UInt64
        /// Leaves older than this go: the beginning of a month.
        package let before: Timestamp

        package var leaves: UInt64 { to - from }
    }

    /// The leaves of the months that end at an instant or earlier.
    ///
    /// A log is pruned by whole tiles, and only as far as it is signed, so that every later proof
    /// holds; up to 255 leaves therefore stay longer.
    package func planPruning(before limit: Timestamp) throws(LogError) -> Pruning {
        let month = limit.startOfMonth
        let from = try reading { () throws(StoreError) in try store.firstLeaf() }
        let signed = try lastRow()?.size ?? 0
        var end = signed
        try reading { () throws(StoreError) in
            var next = from
            scan: while next < signed {
                let piece = try store.leaves(from: next, limit: AuditReading.pieceSize)
                guard let last = piece.last else { break }
                for leaf in piece {
                    // What is no leaf stays for `parley audit verify` to name.
                    guard let time = try? AuditLeaf.decode(leaf.body).event.time, time < month
                    else {
                        end = min(end, leaf.index)
                        break scan
                    }
                }
                next = last.index + 1
            }
        }
        let width = UInt64(StoredTile.width)
        return Pruning(from: from, to: max(from, end / width * width), before: month)
    }

    /// Removes them, having said so in the log.
    ///
    /// `progress` hears how many leaves are gone.
    ///
    /// - Throws: `LogError.held` while a legal hold stands.
    package func prune(
        _ pruning: Pruning,
        at now: Timestamp,
        progress: (Int) -> Void = { _ in }
    ) throws(LogError) {
        let holds = try holds()
        guard holds.isEmpty else { throw .held(holds.map(\.name)) }
        if pruning.to > pruning.from {
            let event = LogEvents.pruning(from: pruning.from, to: pruning.to, at: now)
            let leaf = PreparedLeaf(body: AuditLeaf.encode(event))
            try reading { () throws(StoreError) in
                try store.prune(below: pruning.to, leaves: [leaf], at: now)
            }
        }
        var gone = 0
        // Also what an earlier run did not finish.
        while true {
            let removed = try reading { () throws(StoreError) in try store.removePruned() }
            guard removed > 0 else { return }
            gone += removed
            progress(gone)
        }
    }

    /// Reasons for which nothing may be removed.
    package func holds() throws(LogError) -> [LegalHold] {
        try reading { () throws(StoreError) in try store.holds() }
    }

    /// Whether a text can name a hold: 1 to 64 letters, digits, dots and hyphens.
    ///
    /// It stands in the log in clear, so it must not name a person.
    package static func isHoldName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }

    /// Places a hold, or lifts it; what is so already stays so.
    package func setHold(
        _ name: String,
        isPlaced: Bool,
        at now: Timestamp
    ) throws(LogError) {
        precondition(Self.isHoldName(name), "a hold has a name of letters, digits, `-` and `.`")
        guard try holds().contains(where: { $0.name == name }) != isPlaced else { return }
        let event = LogEvents.hold(name, isPlaced: isPlaced, at: now)
        try reading { () throws(StoreError) in
            try store.setHold(
                name,
                since: isPlaced ? now : nil,
                leaves: [PreparedLeaf(body: AuditLeaf.encode(event))],
                at: now
            )
        }
    }
}
