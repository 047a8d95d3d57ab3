import Foundation

/// Graphviz' `dot`, which `scripts/setup` installs.
struct DOTProgram {
    let status: Int32
    let svg: String
    /// Without the warnings about fonts that some machines give.
    let errors: [Substring]

    /// Draws a graph; a machine without `dot` gives status 127.
    init(drawing dot: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["dot", "-q", "-Tsvg"]
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("parley-graph-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files and not pipes: nobody waits for anybody.
        let (input, log) = (folder.appending(path: "in"), folder.appending(path: "log"))
        try Data(dot.utf8).write(to: input)
        try Data().write(to: log)
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        let drawn = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        status = process.terminationStatus
        // Some versions write a hyphen as an entity.
        svg = String(decoding: drawn, as: UTF8.self).replacing("&#45;", with: "-")
        errors = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("Error:") }
    }
}
