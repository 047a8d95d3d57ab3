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
