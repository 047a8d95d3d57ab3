import Testing
import TextMatching

struct FoldingWordsTests {
    @Test(arguments: [
        ("stop", "stop", true), ("stop", "sto", true), ("stop", "stopp", true),
        ("stop", "stip", true), ("stop", "stpo", true), ("stop", "tsop", true),
        ("stop", "spot", false), ("stop", "st", false), ("stop", "shopp", false),
        ("", "", true), ("", "a", true), ("", "ab", false), ("ab", "ba", true),
        ("abc", "cab", false), ("отписаться", "отписатся", true),
    ])
    func `one edit or none`(left: String, right: String, isClose: Bool) {
        #expect(EditDistance.isWithinOne(left, right) == isClose)
        #expect(EditDistance.isWithinOne(right, left) == isClose)
    }

    @Test(arguments: [
        ("stpo", "stop", true), ("tsop", "stop", true), ("stip", "stop", true),
        ("dtop", "stop", true), ("stol", "stop", true), ("stap", "stop", true),
        ("stp", "stop", true), ("stopl", "stop", true), ("sttop", "stop", true),
        ("stop1", "stop", true), ("1stop", "stop", true), ("st1op", "stop", false),
        ("shop", "stop", false), ("stok", "stop", false), ("slop", "stop", false),
        ("stops", "stop", false), ("stop", "stop", false), ("spot", "stop", false),
        ("стоп", "стоп", false), ("сьоп", "стоп", true), ("стой", "стоп", false),
    ])
    func `slips of a finger`(typed: String, meant: String, isSlip: Bool) {
        let keys = KeyNeighbours()
        let isFound = keys.isSlip(Array(typed.unicodeScalars), of: Array(meant.unicodeScalars))
        #expect(isFound == isSlip)
    }

    @Test(arguments: [
        ("iptla", "iptal", true), ("ipptal", "iptal", true), ("iptall", "iptal", true),
        ("ipta", "iptal", false), ("iptak", "iptal", false), ("iptal", "iptal", false),
        ("hasta", "basta", false), ("baasta", "basta", true),
    ])
    func `letters swapped or doubled`(typed: String, meant: String, isFound: Bool) {
        let keys = KeyNeighbours()
        let left = Array(typed.unicodeScalars)
        #expect(keys.isSwapOrDouble(left, of: Array(meant.unicodeScalars)) == isFound)
    }

    @Test(arguments: [("q", "w", true), ("s", "e", true), ("п", "р", true), ("q", "p", false)])
    func `keys side by side`(left: String, right: String, areNear: Bool) throws {
        let first = try #require(left.unicodeScalars.first)
        let second = try #require(right.unicodeScalars.first)
        #expect(KeyNeighbours().areNear(first, second) == areNear)
        #expect(KeyNeighbours().areNear(second, first) == areNear)
    }

    @Test(arguments: [
        ("stooop", "stop", true), ("stopp", "stop", true), ("ssttop", "stop", true),
        ("stoop", "stop", false), ("stop", "stop", false),
    ])
    func `held keys`(word: String, collapsed: String, isEmphatic: Bool) {
        #expect(RepeatCollapse.collapsed(word) == collapsed)
        #expect(RepeatCollapse.isEmphatic(word) == isEmphatic)
    }

    @Test(arguments: [
        ("ѕtop", "stop"), ("ѕтор", "stop"), ("ꜱᴛᴏᴘ", "stop"), ("st0p", "stop"),
    ])
    func `look-alike letters`(word: String, skeleton: String) {
        #expect(Confusables.skeleton(word) == skeleton)
    }

    @Test(arguments: ["stop", "жук", "停止"])
    func `words without a Latin double have no skeleton`(word: String) {
        #expect(Confusables.skeleton(word) == nil)
    }
}
