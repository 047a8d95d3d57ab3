import Storage
import Testing

extension StoreCheck {
    static let archive: [StoreCheck] = [
        StoreCheck("a program's sources come back by digest") { store throws in
            #expect(try store.archivedProgram([1]) == nil)
            try store.archive(program: [1], sources: [1, 2, 3])
            try store.archive(program: [2], sources: [])
            #expect(try store.archivedProgram([1]) == [1, 2, 3])
            #expect(try store.archivedProgram([2]) == [])
        },
        StoreCheck("archiving again replaces") { store throws in
            try store.archive(program: [1], sources: [1])
            try store.archive(program: [1], sources: [2])
            #expect(try store.archivedProgram([1]) == [2])
        },
    ]
}
