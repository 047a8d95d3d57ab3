import CLibEdit
import Glibc
import Synchronization

/// Reads lines at a terminal with editing, history and completion, by libedit.
///
/// History stays in memory: what is typed here may be what a person would write, and that
/// belongs in no file.
package final class LineEditor {
    /// Lines kept to go back to.
    package static let historyLimit: Int32 = 500

    // libedit's completion callback takes no context, so the words it offers live here.
    private static let words = Mutex<[String]>([])

    /// `completions` are offered for the first word of a line.
    package init(completions: [String]) {
        // Without the locale, libedit would take each byte of UTF-8 for a character.
        unsafe setlocale(LC_ALL, "")
        stifle_history(Self.historyLimit)
        Self.words.withLock { $0 = completions.sorted() }
        unsafe parley_set_completion { text, start, _ in
            parley_no_file_completion()
            guard start == 0, let text = unsafe text else { return nil }
            return unsafe LineEditor.matches(String(cString: text))
        }
    }

    /// Shows the prompt and reads a line; `nil` at the end of input.
    package func readLine(prompt: String) -> String? {
        guard let line = unsafe readline(prompt) else { return nil }
        defer { unsafe free(line) }
        let text = unsafe String(cString: line)
        if !text.isEmpty { unsafe add_history(text) }
        return text
    }

    /// The words that begin with `prefix`, as the list libedit wants: the common beginning first,
    /// then each word, ended by NULL; it frees all of them.
    private static func matches(
        _ prefix: String
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        let found = words.withLock { $0.filter { $0.hasPrefix(prefix) } }
        guard let first = found.first else { return nil }
        let common = found.dropFirst().reduce(first) { common, word in
            String(zip(common, word).prefix { $0 == $1 }.map(\.0))
        }
        let all = found.count == 1 ? [first] : [common] + found
        let size = unsafe MemoryLayout<UnsafeMutablePointer<CChar>?>.stride * (all.count + 1)
        guard let memory = unsafe malloc(size) else { return nil }
        let list = unsafe memory.bindMemory(
            to: UnsafeMutablePointer<CChar>?.self,
            capacity: all.count + 1
        )
        for (place, word) in all.enumerated() {
            unsafe (list + place).initialize(to: strdup(word))
        }
        unsafe (list + all.count).initialize(to: nil)
        return unsafe list
    }
}
