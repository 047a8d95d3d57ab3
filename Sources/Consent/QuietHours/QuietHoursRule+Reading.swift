import Clocks

extension QuietHoursRule {
    private static let keys: Set<String> = [
        "open", "closed", "also-closed", "basis", "since", "source",
    ]

    /// The hours of one section.
    init(_ entries: [TableEntry], line: Int) throws(QuietHoursError) {
        var values: [String: TableEntry] = [:]
        for entry in entries {
            let key = String(entry.key)
            guard Self.keys.contains(key) else { throw entry.fault(.unknownKey(key)) }
            if values[key] != nil { throw entry.fault(.repeated(key)) }
            values[key] = entry
        }
        func required(_ key: String) throws(QuietHoursError) -> TableEntry {
            guard let entry = values[key] else {
                throw QuietHoursError(line: line, fault: .missingKey(key))
            }
            return entry
        }
        let basisEntry = try required("basis")
        guard let basis = Basis(rawValue: basisEntry.value) else {
            throw basisEntry.fault(.unreadable(basisEntry.value))
        }
        self.basis = basis
        source = try required("source").value
        openings = try Self.openings(try required("open"))
        closed =
            try values["closed"].map { entry throws(QuietHoursError) in
                try Self.closedDays(entry)
            } ?? []
        since = try values["since"].map { entry throws(QuietHoursError) in
            guard let date = CalendarDate(entry.value) else {
                throw entry.fault(.unreadable(entry.value))
            }
            return date
        }
        if let entry = values["also-closed"], entry.value != "monday-after" {
            throw entry.fault(.unreadable(entry.value))
        }
        closesMondayAfter = values["also-closed"] != nil
    }

    private static func closedDays(
        _ entry: TableEntry
    ) throws(QuietHoursError) -> [YearlyDay] {
        var days: [YearlyDay] = []
        for text in TableEntry.list(entry.value) {
            guard let day = YearlyDay(text) else { throw entry.fault(.unreadable(String(text))) }
            days.append(day)
        }
        // A Monday after it is a closed day like any other.
        if days.count > QuietHoursReader.closedDayLimit {
            throw entry.fault(.tooManyClosedDays)
        }
        return days
    }

    /// `mon-fri 09:00-12:30 13:30-21:00, sat 10:00-16:00`.
    private static func openings(
        _ entry: TableEntry
    ) throws(QuietHoursError) -> [[Opening]] {
        var openings: [[Opening]] = Array(repeating: [], count: YearlyDay.weekdays.count)
        for text in TableEntry.list(entry.value) {
            let words = text.split(separator: " ")
            guard words.count > 1, let days = weekdays(words[0]) else {
                throw entry.fault(.unreadable(String(text)))
            }
            var stretches: [Opening] = []
            for word in words.dropFirst() {
                guard let opening = opening(word), opening.start >= stretches.last?.end ?? 0 else {
                    throw entry.fault(.unreadable(String(word)))
                }
                guard (4..<21).contains(opening.start / LocalClock.hour) else {
                    throw entry.fault(.opensAtNight)
                }
                stretches.append(opening)
            }
            for day in days {
                guard openings[day].isEmpty else {
                    throw entry.fault(.repeated(YearlyDay.weekdays[day]))
                }
                openings[day] = stretches
            }
        }
        if openings.allSatisfy(\.isEmpty) { throw entry.fault(.alwaysClosed) }
        return openings
    }

    /// `daily`, `sat`, or `mon-fri`; Monday is 0.
    private static func weekdays(_ text: Substring) -> ClosedRange<Int>? {
        if text == "daily" { return 0...6 }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { YearlyDay.weekdays.firstIndex(of: String($0)) }
        guard (1...2).contains(ends.count), let first = ends.first ?? nil,
            let last = ends.last ?? nil, first <= last
        else { return nil }
        return first...last
    }

    private static func opening(_ text: Substring) -> Opening? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map(TableEntry.timeOfDay)
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else {
            return nil
        }
        return Opening(start: start, end: end)
    }
}
