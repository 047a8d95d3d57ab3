import Foundation

/// The rounds of measurements: in each, the raw bound and ours take turns.
struct Measuring {
    /// An odd number, so that each median is a measurement.
    static let rounds = 5
    static let fewestRounds = 3
    /// On a slow disk, no further round begins after this.
    static let patience: Duration = .seconds(75)
    static let batch = 64
    /// Visits of each contact while the clock runs.
    static let visitsAlone = 4
    static let visitsBatched = 20
    /// How long each pure measurement runs.
    static let pureTime: Duration = .milliseconds(400)

    let workspace: CompiledWorkspace
    let visit: VisitTurns
    let bound: RawBound
    let folder: String
    private(set) var results = Results()
    /// What the raw bound was linked with.
    private(set) var libraries = ""

    init(workspace: CompiledWorkspace, visit: VisitTurns, bound: RawBound, folder: String) {
        self.workspace = workspace
        self.visit = visit
        self.bound = bound
        self.folder = folder
    }

    mutating func all() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        for round in 1...Self.rounds {
            let isLate = clock.now - start > Self.patience
            guard round <= Self.fewestRounds || !isLate else { return }
            FileHandle.standardError.write(Data("round \(round) of \(Self.rounds)\n".utf8))
            try measurePure()
            try await measureAlone()
            try await measureBatched()
        }
    }

    private mutating func measurePure() throws {
        results.interpreted.add(try perSecond { try visit.interpret() })
        results.decided.add(try perSecond { visit.decide() })
    }

    /// Turns a second over whole visits, until the time is up.
    private func perSecond(_ body: () throws -> Int) throws -> Double {
        let clock = ContinuousClock()
        // The first visits fill caches.
        var effects = try body() + body()
        let start = clock.now
        var visits = 0
        while clock.now - start < Self.pureTime {
            effects += try body()
            visits += 1
        }
        let seconds = (clock.now - start) / .seconds(1)
        guard effects > 0 else { throw BenchError("the visit has no effects") }
        return Double(visits * Talk.visit.count) / seconds
    }

    private mutating func measureAlone() async throws {
        let turns = Self.visitsAlone * Talk.visit.count * Talk.contacts
        let boundRate = try runBound(turns: turns, batch: 1)
        let ours = try await withNewFolder { path in
            var run = try StoreRun(workspace, in: path)
            try await run.warmUp()
            let ours = try await run.measure(visits: Self.visitsAlone, lanes: 1)
            try run.close()
            return ours
        }
        guard ours.batch == 1 else { throw BenchError("lone turns shared a commit") }
        results.alone.add(ours: ours.rate, bound: boundRate)
    }

    private mutating func measureBatched() async throws {
        let turns = Self.visitsBatched * Talk.visit.count * Talk.contacts
        let boundRate = try runBound(turns: turns, batch: Self.batch)
        let (ours, verified) = try await withNewFolder { path in
            var run = try StoreRun(workspace, in: path)
            try await run.warmUp()
            let ours = try await run.measure(
                visits: Self.visitsBatched,
                lanes: Talk.contacts
            )
            let verified = try run.verifyLog()
            try run.close()
            return (ours, verified)
        }
        results.batched.add(ours: ours.rate, bound: boundRate)
        results.turnsPerCommit.add(ours.batch)
        results.verifiedFromStore.add(verified.stored)
        results.verifiedInMemory.add(verified.inMemory)
    }

    private mutating func runBound(turns: Int, batch: Int) throws -> Double {
        let path = try makeFolder()
        let answer = try bound.run(in: path, turns: turns, batch: batch)
        try FileManager.default.removeItem(atPath: path)
        libraries = "SQLite \(answer.sqlite), OpenSSL \(answer.openssl)"
        return answer.turnsPerSecond
    }

    /// What fails leaves its folder behind; `Benchmarks/run` removes everything.
    private func withNewFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value
    {
        let path = try makeFolder()
        let value = try await body(path)
        try FileManager.default.removeItem(atPath: path)
        return value
    }

    private func makeFolder() throws -> String {
        let path = "\(folder)/store"
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false
        )
        return path
    }
}
