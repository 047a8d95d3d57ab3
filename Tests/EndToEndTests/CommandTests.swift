import Foundation
import Testing

// Exit statuses and the output that other programs rely on.

@Test(arguments: [
    "new", "chat", "check", "test", "graph", "fmt", "match", "schema", "audit", "keys", "contact",
    "consent", "retention",
])
func `every command answers --help`(command: String) throws {
    let help = try Programs.parley([command, "--help"])
    #expect(help.status == 0)
    #expect(help.text.contains("USAGE: parley \(command)"))
}

@Test func `check holds for the shipped workspace`() throws {
    let checked = try Programs.parley(["check"])
    #expect(checked.status == 0, "\(checked.text)")
    #expect(checked.text.contains("holds: 10 flows"))
}

@Test func `check without a workspace could not run`() throws {
    try Programs.withTemporaryFolder { folder in
        let checked = try Programs.parley(["check", "--workspace", folder])
        #expect(checked.status == 2)
        #expect(checked.errors.contains("parley.yaml"))
    }
}

@Test func `a broken flow ends check with 1, a code, a caret and JSON on request`() throws {
    try Programs.withTemporaryFolder { folder in
        for name in ["parley.yaml", "flows", "locales"] {
            try FileManager.default.copyItem(
                atPath: Programs.repository.appendingPathComponent(name).path,
                toPath: "\(folder)/\(name)"
            )
        }
        let path = "\(folder)/flows/help.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacingOccurrences(of: "say:", with: "sya:")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let checked = try Programs.parley(["check", "--workspace", folder])
        #expect(checked.status == 1)
        #expect(checked.text.contains("[unknown-key]"))
        #expect(checked.text.contains("did you mean `say`?"))
        let json = try Programs.parley(["check", "--json", "--workspace", folder])
        #expect(json.status == 1)
        #expect(json.text.contains("\"code\":\"unknown-key\""))
    }
}

@Test func `an unknown flow could not run, and the nearest name is offered`() throws {
    let refused = try Programs.parley(["chat", "order-update", "--script", "-"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("did you mean `order-updates`?"))
}

@Test(arguments: [
    ("STOP", "stop", "definite"), ("stpo", "stop", "probable"), ("Hilfe", "help", "definite"),
])
func `match prints the contract's JSON`(text: String, command: String, certainty: String) throws {
    let matched = try Programs.parley(["match", text, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(matched.text.utf8))
    let answer = try #require(object as? [String: String])
    #expect(answer["command"] == command)
    #expect(answer["certainty"] == certainty)
    #expect(answer["because"]?.isEmpty == false)
}

@Test func `match says null for an ordinary sentence`() throws {
    let matched = try Programs.parley(["match", "see you at the bus stop", "--json"])
    #expect(matched.text.hasPrefix("{\"command\": null, \"certainty\": \"none\""))
}

@Test func `keys init never replaces a store or a key`() throws {
    try Programs.withTemporaryFolder { folder in
        let store = "\(folder)/store"
        #expect(try Programs.parley(["keys", "init", "--store", store]).status == 0)
        let key = try String(contentsOfFile: "\(store).key", encoding: .utf8)
        #expect(try Programs.parley(["keys", "init", "--store", store]).status == 2)
        #expect(try String(contentsOfFile: "\(store).key", encoding: .utf8) == key)
        let mode = try FileManager.default.attributesOfItem(atPath: "\(store).key")
        #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o400)
    }
}

@Test func `a failing transcript ends test with 1 and shows the difference`() throws {
    try Programs.withTemporaryFolder { folder in
        let path = "\(folder)/wrong.chat"
        try "flow help · locale en\n> help\n< Nothing of the kind.\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        let played = try Programs.parley(["test", path])
        #expect(played.status == 1)
        #expect(played.text.contains("- < Nothing of the kind."))
        #expect(played.text.contains("0 passed, 1 failed"))
        #expect(try Programs.parley(["test", "--update", path]).status == 1)
        #expect(try Programs.parley(["test", path]).status == 0)
    }
}

@Test(arguments: [
    ["frobnicate"], ["chat", "--no-such-option"], ["match"], ["keys", "destroy"],
])
func `a command line that is not understood could not run`(arguments: [String]) throws {
    let refused = try Programs.parley(arguments)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("Usage:") || refused.errors.contains("USAGE:"))
}
