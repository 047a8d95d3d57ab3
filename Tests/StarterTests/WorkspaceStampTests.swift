import Starter
import Testing

struct WorkspaceStampTests {
    private let before = WorkspaceStamp.File(
        device: 1,
        inode: 7,
        size: 10,
        modified: .seconds(1)
    )

    @Test func `nothing changed when nothing changed`() {
        let stamp = WorkspaceStamp(files: ["parley.yaml": before])
        #expect(stamp.changes(since: stamp) == [])
    }

    @Test func `size, time, inode and device each tell a change`() {
        let after = [
            WorkspaceStamp.File(device: 1, inode: 7, size: 11, modified: .seconds(1)),
            WorkspaceStamp.File(
                device: 1,
                inode: 7,
                size: 10,
                modified: .seconds(1) + .nanoseconds(1)
            ),
            // An editor wrote a new file and renamed it; older, since it is a copy brought back.
            WorkspaceStamp.File(device: 1, inode: 8, size: 10, modified: .zero),
            WorkspaceStamp.File(device: 2, inode: 7, size: 10, modified: .seconds(1)),
        ]
        for file in after {
            let changes = WorkspaceStamp(files: ["a": file])
                .changes(since: WorkspaceStamp(files: ["a": before]))
            #expect(changes == [WorkspaceStamp.Change(.changed, "a")])
        }
    }

    @Test func `files come and go, told in the order of their paths`() {
        let earlier = WorkspaceStamp(files: ["b": before, "c": before])
        let later = WorkspaceStamp(files: ["c": before, "d": before, "a": before])
        #expect(
            later.changes(since: earlier) == [
                WorkspaceStamp.Change(.added, "a"), WorkspaceStamp.Change(.removed, "b"),
                WorkspaceStamp.Change(.added, "d"),
            ]
        )
        #expect(WorkspaceStamp(files: [:]).changes(since: earlier).count == 2)
    }
}
