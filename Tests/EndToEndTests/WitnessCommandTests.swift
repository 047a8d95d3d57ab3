import Foundation
import RawHTTP
import Testing
import TransparencyLog

// Starting and stopping a witness: its key, its memory, and what it refuses to do without them.

/// Starts a witness that is not to start, and gives its complaint.
private func refusal(
    in folder: String,
    name: String = "witness.example/w1",
    logs: [NoteKey]
) throws -> Programs.Output {
    try Programs.run(RunningWitness.process(in: folder, name: name, logs: logs))
}

@Test func `the first start makes a key that is kept, and shown on request`() throws {
    try Programs.withTemporaryFolder { folder in
        let log = try WitnessedLog()
        let arguments = ["witness", "key", "--key-file", "\(folder)/key", "--name", "w.example"]
        let early = try Programs.parleyd(arguments)
        #expect(early.status == 2 && early.errors.contains("first start"))
        let witness = try RunningWitness(in: folder, name: "w.example", logs: [log.key])
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/key")
        #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o400)
        let line = try String(contentsOfFile: "\(folder)/key", encoding: .utf8)
        #expect(line.utf8.count == 45 && line.hasSuffix("=\n"))
        #expect(try Programs.parleyd(arguments).text == "\(witness.key.text)\n")
        #expect(try Programs.parley(arguments).text == "\(witness.key.text)\n")
        #expect(witness.stop() == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/store")
        #expect(names.sorted() == ["store.lock", "witness.db"])
        let again = try RunningWitness(in: folder, name: "w.example", logs: [log.key])
        #expect(again.key == witness.key)
        #expect(!again.log.contains(line.dropLast()))
    }
}

@Test func `a key without its memory, and a memory without its key, do not start`() throws {
    try Programs.withTemporaryFolder { folder in
        let log = try WitnessedLog()
        let witness = try RunningWitness(in: folder, logs: [log.key])
        #expect(witness.post(try log.request(from: 0, to: 3))?.status == 200)
        #expect(witness.stop() == 0)
        let renamed = try refusal(in: folder, name: "witness.example/w2", logs: [log.key])
        #expect(renamed.status == 2 && renamed.errors.contains("witness.example/w1"))
        let files = FileManager.default
        try files.moveItem(atPath: "\(folder)/key", toPath: "\(folder)/key.away")
        let keyless = try refusal(in: folder, logs: [log.key])
        #expect(keyless.status == 2 && keyless.errors.contains("memory of a witness"))
        #expect(!files.fileExists(atPath: "\(folder)/key"))
        try files.moveItem(atPath: "\(folder)/key.away", toPath: "\(folder)/key")
        try files.moveItem(atPath: "\(folder)/store", toPath: "\(folder)/store.away")
        let forgetful = try refusal(in: folder, logs: [log.key])
        #expect(forgetful.status == 2 && forgetful.errors.contains("has been used"))
        #expect(!files.fileExists(atPath: "\(folder)/store/witness.db"))
        try files.moveItem(atPath: "\(folder)/store.away", toPath: "\(folder)/store")
        let back = try RunningWitness(in: folder, logs: [log.key])
        #expect(back.post(try log.request(from: 0, to: 5))?.status == 409)
    }
}

@Test func `a second witness on the same memory does not start`() throws {
    try Programs.withTemporaryFolder { folder in
        let log = try WitnessedLog()
        let witness = try RunningWitness(in: folder, logs: [log.key])
        let second = try refusal(in: folder, logs: [log.key])
        #expect(second.status == 2 && second.errors.contains("in use"))
        #expect(witness.post(try log.request(from: 0, to: 3))?.status == 200)
    }
}

@Test func `what a witness cannot start with is named`() throws {
    try Programs.withTemporaryFolder { folder in
        let log = try WitnessedLog()
        let logless = try refusal(in: "\(folder)", logs: [])
        #expect(logless.status == 2 && logless.errors.contains("--log"))
        let twice = try refusal(in: folder, logs: [log.key, log.key])
        #expect(twice.status == 2 && twice.errors.contains("twice"))
        let nameless = try refusal(in: folder, name: "a b", logs: [log.key])
        #expect(nameless.status == 2)
        for arguments in [
            ["--listen", "nowhere"], ["--prefix", "/a/../b"], ["--log", "nonsense"],
        ] {
            let refused = try Programs.parleyd(
                ["witness", "--store", "\(folder)/s", "--key-file", "\(folder)/k", "--name", "w"]
                    + arguments
            )
            #expect(refused.status == 2, "\(arguments)")
            #expect(!refused.errors.isEmpty)
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644],
            ofItemAtPath: "\(folder)/key"
        )
        let open = try refusal(in: folder, logs: [log.key])
        #expect(open.status == 2 && open.errors.contains("chmod 400"))
    }
}

@Test func `parley hands its witness command over to parleyd`() throws {
    let direct = try Programs.parleyd(["witness", "--help"])
    let handed = try Programs.parley(["witness", "--help"])
    #expect(direct.status == 0 && direct.text.contains("USAGE: parleyd witness"))
    #expect(handed.status == 0 && handed.text == direct.text)
    #expect(try Programs.parley(["witness", "--no-such-option"]).status == 2)
}

@Test func `without parleyd, parley says how to build it`() throws {
    try Programs.withTemporaryFolder { folder in
        try FileManager.default.copyItem(
            at: Programs.folder.appendingPathComponent("parley"),
            to: URL(fileURLWithPath: "\(folder)/parley")
        )
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "\(folder)/parley")
        process.arguments = ["witness", "key"]
        process.environment = ["PATH": "/nowhere"]
        let alone = try Programs.run(process)
        #expect(alone.status == 2)
        #expect(alone.errors.contains("swift build --product parleyd"))
    }
}
