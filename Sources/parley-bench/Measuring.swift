import Foundation

/// The rounds of measurements: in each, the raw bound and ours take turns.
struct Measuring {
    /// An odd number, so that each median is a measurement.
    static let rounds = 5
    /// On a slow disk, no further round begins after this.
    static let patience: Duration = .seconds(60)
    static let batch = 64
    /// Visits of each contact while the clock runs.
    static let visitsAlone = 3
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
            guard clock.now - start < Self.patience else { return }
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
        let ours = try await besideBound(visits: Self.visitsAlone, batch: 1) { run in
            try await run.measure(visits: Self.visitsAlone, lanes: 1)
        }
        guard ours.value.batch == 1 else { throw BenchError("lone turns shared a commit") }
        results.alone.add(ours: ours.value.rate, bound: ours.bound)
    }

    private mutating func measureBatched() async throws {
        let ours = try await besideBound(visits: Self.visitsBatched, batch: Self.batch) { run in
            let turns = try await run.measure(visits: Self.visitsBatched, lanes: Talk.contacts)
            return (turns: turns, log: try run.verifyLog())
        }
        results.batched.add(ours: ours.value.turns.rate, bound: ours.bound)
        results.turnsPerCommit.add(ours.value.turns.batch)
        results.verifiedFromStore.add(ours.value.log.stored)
        results.verifiedInMemory.add(ours.value.log.inMemory)
    }

    /// Runs the bound, ours, and the bound again, so that a disk growing slower or quicker is even
    /// for both; each has a new store and the same warm-up.
    private mutating func besideBound<Value>(
        visits: Int,
        batch: Int,
        _ ours: (inout StoreRun) async throws -> Value
    ) async throws -> (value: Value, bound: Double) {
        let turns = visits * Talk.visit.count * Talk.contacts
        let before = try runBound(turns: turns, batch: batch)
        let path = try makeFolder()
        var run = try StoreRun(workspace, in: path)
        try await run.warmUp()
        let value = try await ours(&run)
        try run.close()
        try FileManager.default.removeItem(atPath: path)
        let after = try runBound(turns: turns, batch: batch)
        return (value, (before + after) / 2)
    }

    private mutating func runBound(turns: Int, batch: Int) throws -> Double {
        let path = try makeFolder()
        let answer = try bound.run(in: path, turns: turns, batch: batch)
        try FileManager.default.removeItem(atPath: path)
        libraries = "SQLite \(answer.sqlite), OpenSSL \(answer.openssl)"
        return answer.turnsPerSecond
    }

    /// What fails leaves its folder behind; `Benchmarks/run` removes everything.
    private func makeFolder() throws -> String {
        let path = "\(folder)/store"
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false
        )
        return path
    }
}
