import Foundation
import Testing

// The rights of a person on the built program: what they get, what goes, what stays.

private let name = "Zebulonia"
private let address = "+4915112349876"
private let subscribing = "hi\n/tap 1\n/tap 1\n/tap 1\n\(name)\n"

/// A store that a chat left behind: a moment ago, or in 2020, when everything is long due.
private struct PersonStore {
    let folder: String
    var path: String { "\(folder)/store" }

    static let longAgo = "2020-01-01T09:00Z"
    // The commands run by the machine's clock, and a value lives for thirty days.
    static let justNow = Date().formatted(.iso8601)

    @discardableResult
    func chat(_ script: String, at start: String = justNow) throws -> Programs.Output {
        let options = ["--locale", "en", "--contact", address, "--store", path, "--at", start]
        let played = try Programs.parley(
            ["chat", "order-updates", "--script", "-"] + options,
            input: script
        )
        #expect(played.status == 0, "\(played.errors)")
        return played
    }

    func contact(_ command: String, _ arguments: String...) throws -> Programs.Output {
        try Programs.parley(["contact", command] + arguments + ["--store", path])
    }

    func retention(_ arguments: String...) throws -> Programs.Output {
        try Programs.parley(["retention"] + arguments + ["--store", path])
    }

    func log() throws -> String {
        try Programs.parley(["audit", "list", "--store", path]).text
    }

    func requireWholeLog() throws {
        let verified = try Programs.parley(["audit", "verify", "--store", path])
        #expect(verified.status == 0, "\(verified.text)")
    }

    static func with(_ body: (PersonStore) throws -> Void) throws {
        try Programs.withTemporaryFolder { try body(PersonStore(folder: $0)) }
    }
}

private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
}

@Test func `access holds what was put in, with its proofs, and closes the request`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing + "/operator access\n")
        #expect(try person.contact("requests").text.contains("access"))

        let exported = try person.contact("export", address, "--json")
        #expect(exported.status == 0, "\(exported.errors)")
        let export = try object(exported.text)
        #expect(export["format"] as? String == "parley-contact-export")
        #expect(export["version"] as? Int == 1)
        let data = try #require(export["data"] as? [String: Any])
        let addresses = try #require(data["addresses"] as? [[String: String]])
        #expect(addresses.map { $0["address"] } == [address])
        let values = try #require(data["values"] as? [[String: Any]])
        #expect(values.contains { $0["value"] as? String == name })
        let record = try #require(data["record"] as? [String: Any])
        let evidence = try #require(record["evidence"] as? [[String: Any]])
        let given = try #require(evidence.first { $0["to"] as? String == "given" })
        for member in ["wordsShown", "notice", "noticeText", "messageID", "cause"] {
            #expect((given[member] as? String)?.isEmpty == false, "\(member) is missing")
        }
        let processing = try #require(export["processing"] as? [String: Any])
        for member in ["controller", "purposes", "storagePeriods", "rights", "complaint"] {
            #expect(processing[member] != nil, "\(member) is missing")
        }

        #expect(try person.contact("requests").status == 0)
        let log = try person.log()
        #expect(log.contains("data.disclosed"))
        #expect(log.contains("(exported)"))
        #expect(log.contains("rights.answered"))
        try person.requireWholeLog()
    }
}

@Test func `a portable copy holds what the person gave, and nothing made of it`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing)
        let file = "\(person.folder)/copy.json"
        let right = ["--right", "portability", "--json", "--output", file]
        let written = try Programs.parley(
            ["contact", "export", address, "--store", person.path] + right
        )
        #expect(written.status == 0, "\(written.errors)")
        let copy = try object(String(contentsOfFile: file, encoding: .utf8))
        #expect(copy["processing"] == nil)
        let data = try #require(copy["data"] as? [String: Any])
        #expect(Set(data.keys) == ["addresses", "locale", "consents", "values"])
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        // A second copy never replaces the first.
        let again = try Programs.parley(
            ["contact", "export", address, "--store", person.path] + right
        )
        #expect(again.status == 2)
    }
}

@Test func `show masks the address, shows the values, and is written down`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing)
        let shown = try person.contact("show", address)
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.text.contains(name))
        #expect(!shown.text.contains(address))
        let asJSON = try person.contact("show", address, "--json")
        #expect(!asJSON.text.contains(address))
        #expect(try person.log().contains("(shown)"))
    }
}

@Test func `erasure leaves a proof and a log that holds, and nothing to show`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing)
        let file = "\(person.folder)/proof.json"
        let erased = try person.contact("erase", address, "--output", file)
        #expect(erased.status == 0, "\(erased.errors)")
        #expect(erased.text.hasPrefix("erased "))
        let proof = try object(String(contentsOfFile: file, encoding: .utf8))
        #expect(proof["format"] as? String == "parley-erasure-receipt")
        #expect(proof["optOutKept"] as? Bool == false)
        let pseudonym = try #require(proof["pseudonym"] as? String)
        #expect(try person.log().contains("\(pseudonym.prefix(8))"))
        let log = try #require(proof["log"] as? [String: Any])
        let verified = try Programs.parley(["audit", "verify", "--store", person.path, "--json"])
        #expect(try object(verified.text)["root"] as? String == log["root"] as? String)

        #expect(try person.contact("show", address).status == 2)
        #expect(try person.contact("erase", address).status == 2)
        #expect(try person.log().contains("erasure.completed"))
        for (file, bytes) in try Programs.files(under: person.path) {
            for secret in [name, address] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) stands in \(file)")
            }
        }
        // Whoever is erased may come back, as somebody not seen before.
        #expect(try person.chat("hi\n").text.contains("\n< "))
    }
}

@Test func `a STOP outlives erasure, and the next message meets silence`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing + "STOP\n")
        let erased = try person.contact("erase", address, "--json")
        #expect(try object(erased.text)["optOutKept"] as? Bool == true)
        let again = try person.chat("hi\n").text
        #expect(again.contains("  silence"))
        #expect(!again.contains("\n< "))
        try person.requireWholeLog()
    }
}

@Test func `an address never seen can be suppressed, and a later first message meets silence`()
    throws
{
    try PersonStore.with { person in
        try person.chat("/as +491700000009\nhi\n")
        #expect(try person.contact("suppress", address).status == 0)
        #expect(try person.contact("show", address).status == 2)
        let played = try person.chat("hi\n").text
        #expect(played.contains("  silence"))
        #expect(!played.contains("\n< "))
    }
}

@Test func `a value is rectified within its type, or removed`() throws {
    try PersonStore.with { person in
        // The conversation ends, and what it kept is kept.
        try person.chat(subscribing + "/tap done\n")
        let slot = "order-updates/first-name"
        let tooLong = try person.contact(
            "rectify",
            address,
            slot,
            String(repeating: "a", count: 99)
        )
        #expect(tooLong.status == 2)
        #expect(!tooLong.errors.contains("aaaa"))
        #expect(try person.contact("rectify", address, "order-updates/nothing", "b").status == 2)
        #expect(try person.contact("rectify", address, slot).status == 2)
        #expect(try person.contact("rectify", address, slot, "Quillaja").status == 0)
        let corrected = try person.contact("show", address).text
        #expect(corrected.contains("Quillaja"))
        #expect(!corrected.contains("\(slot) = \(name)"))
        #expect(try person.contact("rectify", address, slot, "--remove").status == 0)
        #expect(try !person.contact("show", address).text.contains(slot))
        #expect(try person.log().contains("data.rectified"))
    }
}

@Test func `a value of the conversation that is going on is rectified there as well`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing)
        let slot = "order-updates/first-name"
        #expect(try person.contact("rectify", address, slot, "Quillaja").status == 0)
        // What the conversation keeps at its end must not bring the wrong value back.
        try person.chat("/tap done\n")
        let shown = try person.contact("show", address).text
        #expect(shown.contains("\(slot) = Quillaja"))
        #expect(!shown.contains("\(slot) = \(name)"))
    }
}

@Test func `a restricted contact is heard by no flow until it is released`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing)
        #expect(try person.contact("restrict", address).status == 0)
        #expect(try person.contact("requests").text.contains("restriction"))
        #expect(try person.chat("hi\n").text.contains("  restricted"))
        #expect(try person.contact("release", address).status == 0)
        #expect(try person.contact("requests").text.contains("no request is open"))
        #expect(try !person.chat("hi\n").text.contains("  restricted"))
    }
}

@Test func `a request that was recorded has its month, and is listed until it is answered`()
    throws
{
    try PersonStore.with { person in
        try person.chat(subscribing)
        #expect(try person.contact("record", address, "portability").status == 0)
        let listed = try person.contact("requests", "--json")
        #expect(listed.status == 0)
        let request = try object(listed.text)
        #expect(request["right"] as? String == "portability")
        let days = try #require(request["daysLeft"] as? Int)
        #expect((27...31).contains(days))
        #expect(try person.contact("export", address).status == 0)
        // Access answers access, not portability.
        #expect(try !person.contact("requests", "--json").text.isEmpty)
        #expect(try person.contact("export", address, "--right", "portability").status == 0)
        #expect(try person.contact("requests", "--json").text.isEmpty)
    }
}

@Test func `an overdue request ends with 1, and hides the address unless it is to be shown`()
    throws
{
    try PersonStore.with { person in
        try person.chat("hi\n/operator access\n", at: PersonStore.longAgo)
        let overdue = try person.contact("requests")
        #expect(overdue.status == 1)
        #expect(overdue.text.contains("overdue  access"))
        #expect(!overdue.text.contains(address))
        #expect(try !person.log().contains("data.disclosed"))
        #expect(try person.contact("requests", "--reveal").text.contains(address))
        #expect(try person.log().contains("data.disclosed"))
    }
}

@Test func `what is to be gone is not handed out, although nobody woke the contact for it`()
    throws
{
    try PersonStore.with { person in
        try person.chat(subscribing, at: PersonStore.longAgo)
        let exported = try person.contact("export", address)
        #expect(exported.status == 0)
        #expect(!exported.text.contains("= \(name)"))
        #expect(try person.log().contains("slot.expired"))
    }
}

@Test func `two contacts that are one person share the stricter consent`() throws {
    try PersonStore.with { person in
        try person.chat(subscribing + "/as +491700000009\n\(subscribing)STOP\n")
        let merged = try person.contact("merge", address, "+491700000009", "--json")
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(merged.text.contains("\"to\": \"withdrawn\""))
        #expect(try person.contact("merge", address, "+491700000009").status == 2)
        #expect(try person.contact("link", address, "+491700000010").status == 0)
        let shown = try person.contact("show", "+491700000010").text
        #expect(shown.contains("withdrawn"))
    }
}

@Test func `retention plans what is due, does it once, and says so in the log`() throws {
    try PersonStore.with { person in
        try person.chat("hi\n", at: PersonStore.longAgo)
        let early = try object(try person.retention("plan", "--at", "2020-01-02", "--json").text)
        #expect((early["due"] as? [Any])?.isEmpty == true)
        let planned = try person.retention("plan", "--json")
        #expect(planned.status == 0, "\(planned.errors)")
        let due = try #require(try object(planned.text)["due"] as? [[String: Any]])
        let contacts = try #require(
            due.first { $0["class"] as? String == "unconfirmed-contact" }
        )
        #expect(contacts["count"] as? Int == 1)
        let because = try #require(contacts["because"] as? String)
        #expect(because.hasPrefix("no consent was ever given"))

        let applied = try person.retention("apply", "--yes", "--json")
        #expect(applied.status == 0, "\(applied.errors)")
        let deleted = try #require(try object(applied.text)["deleted"] as? [[String: Any]])
        #expect(deleted.contains { $0["class"] as? String == "unconfirmed-contact" })
        #expect(try person.contact("show", address).status == 2)
        let again = try object(try person.retention("apply", "--yes", "--json").text)
        #expect((again["deleted"] as? [Any])?.isEmpty == true)
        #expect(try person.log().contains("retention.applied"))
        try person.requireWholeLog()
    }
}

@Test(arguments: ["show", "export", "restrict", "release", "erase", "object"])
func `a contact that is not there ends with 2 and a sentence, and is not made`(command: String)
    throws
{
    try PersonStore.with { person in
        try person.chat("hi\n")
        let leaves = try person.log()
        let refused = try person.contact(command, "+491700000009")
        #expect(refused.status == 2)
        #expect(refused.errors.contains("nothing is stored about this address"))
        #expect(!refused.errors.contains("+491700000009"))
        #expect(try person.log() == leaves)
        let elsewhere = try person.contact(command, address, "--channel", "pigeon")
        #expect(elsewhere.status == 2)
        #expect(elsewhere.errors.contains("pigeon"))
    }
}

@Test func `a store that is not there is not made by looking into it`() throws {
    try PersonStore.with { person in
        let refused = [
            try person.contact("show", address), try person.contact("requests"),
            try person.retention("plan"),
        ]
        #expect(refused.map(\.status) == [2, 2, 2])
        #expect(!FileManager.default.fileExists(atPath: person.path))
    }
}

@Test func `the prompt shows the export, the receipt and what is deleted when`() throws {
    let script = "\(subscribing)/export\n/receipt order-updates\n/receipt nothing\n/retention\n"
    let played = try Programs.parley(
        ["chat", "order-updates", "--locale", "en", "--contact", address, "--script", "-"],
        input: script
    )
    #expect(played.status == 0, "\(played.errors)")
    #expect(played.text.contains("# What is kept about you (Art. 15 GDPR)"))
    #expect(played.text.contains("# Consent to "))
    #expect(played.text.contains("# there is no purpose `nothing`"))
    #expect(played.text.contains("# /retention"))
}
