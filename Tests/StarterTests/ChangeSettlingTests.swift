import Starter
import Testing

struct ChangeSettlingTests {
    private typealias Change = WorkspaceStamp.Change

    private func stamp(_ sizes: [String: Int64]) -> WorkspaceStamp {
        WorkspaceStamp(
            files: sizes.mapValues {
                WorkspaceStamp.File(device: 1, inode: 1, size: $0, modified: .zero)
            }
        )
    }

    @Test func `nothing is told while nothing changes`() {
        var settling = ChangeSettling(knowing: stamp(["a": 1]))
        for second in 0..<100 {
            let answer = settling.see(stamp(["a": 1]), at: .seconds(second))
            #expect(answer == .look(after: ChangeSettling.interval))
        }
    }

    @Test func `a change is told once it is quiet, and once only`() {
        var settling = ChangeSettling(knowing: stamp(["a": 1]))
        let changed = stamp(["a": 2])
        #expect(settling.see(changed, at: .zero) == .look(after: ChangeSettling.quiet))
        #expect(settling.see(changed, at: .milliseconds(149)) == .look(after: .milliseconds(150)))
        #expect(settling.see(changed, at: .milliseconds(150)) == .tell([Change(.changed, "a")]))
        #expect(settling.see(changed, at: .seconds(1)) == .look(after: ChangeSettling.interval))
    }

    @Test func `a save of several steps is told as one change`() {
        var settling = ChangeSettling(knowing: stamp(["a": 1]))
        // Truncated, written half, renamed over: each look starts the quiet again.
        let states: [[String: Int64]] = [["a": 0], ["a": 5], [:], ["a": 9, "b": 1]]
        for (place, state) in states.enumerated() {
            let answer = settling.see(stamp(state), at: .milliseconds(100 * place))
            #expect(answer == .look(after: ChangeSettling.quiet))
        }
        let answer = settling.see(stamp(["a": 9, "b": 1]), at: .milliseconds(450))
        #expect(answer == .tell([Change(.changed, "a"), Change(.added, "b")]))
    }

    @Test func `a change that is taken back is not told`() {
        var settling = ChangeSettling(knowing: stamp(["a": 1]))
        _ = settling.see(stamp(["a": 2]), at: .zero)
        #expect(
            settling.see(stamp(["a": 1]), at: .milliseconds(100))
                == .look(after: ChangeSettling.interval)
        )
        // The next one has a quiet of its own.
        #expect(
            settling.see(stamp(["a": 2]), at: .milliseconds(200))
                == .look(after: ChangeSettling.quiet)
        )
    }

    @Test func `a folder that vanishes and comes back is told both times`() {
        var settling = ChangeSettling(knowing: stamp(["a": 1]))
        _ = settling.see(stamp([:]), at: .zero)
        #expect(settling.see(stamp([:]), at: .seconds(1)) == .tell([Change(.removed, "a")]))
        _ = settling.see(stamp(["a": 1]), at: .seconds(2))
        #expect(settling.see(stamp(["a": 1]), at: .seconds(3)) == .tell([Change(.added, "a")]))
    }

    @Test func `files that never rest are told all the same`() {
        var settling = ChangeSettling(knowing: stamp(["a": 0]))
        var told: [Int] = []
        for place in 1...50 {
            let answer = settling.see(stamp(["a": Int64(place)]), at: .milliseconds(100 * place))
            if case .tell = answer { told.append(place) }
        }
        // Two seconds after the first change, and after the first that followed.
        #expect(told == [21, 42])
    }
}
