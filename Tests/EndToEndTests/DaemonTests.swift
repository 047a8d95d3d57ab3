import Channels
import Foundation
import RawHTTP
import Testing

// The daemon as a process of its own, and whoever can reach its port.

@Test func `a webhook is durable when it is answered, and taken once`() throws {
    try Programs.withTemporaryFolder { folder in
        let daemon = try RunningDaemon(in: folder)
        let webhook = try RunningDaemon.webhook("hello", id: "wamid.1")
        #expect(daemon.post(webhook)?.status == 200)
        #expect(daemon.post(webhook)?.status == 200)
        // Without any chance to write later.
        daemon.kill()
        let verified = try Programs.parley(["audit", "verify", "--store", "\(folder)/store"])
        #expect(verified.status == 0, "\(verified.errors)")
        let listed = try Programs.parley([
            "audit", "list", "--store", "\(folder)/store", "--kind", "message.received", "--json",
        ])
        #expect(listed.text.split(separator: "\n").count { $0.contains("message.received") } == 1)
    }
}

@Test func `who is not the provider gets 401 and leaves nothing`() throws {
    try Programs.withTemporaryFolder { folder in
        let daemon = try RunningDaemon(in: folder)
        let webhook = try RunningDaemon.webhook("a secret word", id: "wamid.1")
        let wrong = [
            "", "sha256=", "sha256=00", "sha1=00", String(repeating: "a", count: 71),
            "sha256=" + String(repeating: "0", count: 64), "\u{FF53}ha256=é",
        ]
        for signature in wrong {
            let answer = daemon.post(webhook, signature: signature)
            #expect(answer?.status == 401, "\(signature)")
            #expect(answer?.text == "401\n")
        }
        #expect(daemon.post(webhook, to: "/webhooks/sms")?.status == 404)
        #expect(daemon.post(webhook, to: "/webhooks/")?.status == 404)
        #expect(daemon.stop() == 0)
        #expect(!daemon.log.contains("secret word"))
        let lines = daemon.log.split(separator: "\n").filter { $0.contains("webhook-refused") }
        #expect((1...4).contains(lines.count), "one line a kind and minute: \(lines.count)")
        let listed = try Programs.parley([
            "audit", "list", "--store", "\(folder)/store", "--kind", "message.received",
        ])
        #expect(!listed.text.contains("message.received"))
    }
}

@Test func `the handshake is answered with the bare challenge, and only with the token`() throws {
    try Programs.withTemporaryFolder { folder in
        let daemon = try RunningDaemon(in: folder)
        let path = "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444"
        let right = daemon.get("\(path)&hub.verify_token=\(RunningDaemon.secret)")
        #expect(right?.status == 200)
        #expect(right?.text == "1158201444")
        #expect(daemon.get("\(path)&hub.verify_token=wrong")?.status == 403)
        #expect(daemon.get("/webhooks/nobody?hub.mode=subscribe")?.status == 404)
    }
}

@Test func `shapes that two servers could read in two ways reach no webhook`() throws {
    try Programs.withTemporaryFolder { folder in
        let daemon = try RunningDaemon(in: folder)
        let start = "POST /webhooks/whatsapp HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
        let shapes = [
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", "Content-Length: -1\r\n\r\n",
            "Content-Length: 0x5\r\n\r\nhello", " folded: yes\r\n\r\n", "\r\n \r\n",
            "Content-Length: 99999999999999999999\r\n\r\n",
            "Content-Length: 3145729\r\n\r\n",
            "X: " + String(repeating: "a", count: 20_000) + "\r\n\r\n",
            String(repeating: "x: y\r\n", count: 200) + "\r\n",
        ]
        for shape in shapes {
            let answer = daemon.answer(to: [UInt8]((start + shape).utf8))
            // Closing without a word is a refusal too.
            if let answer {
                #expect((400...499).contains(answer.status), "\(shape.prefix(60))")
            }
        }
        #expect(daemon.get("/health/live")?.status == 200)
        let webhook = try RunningDaemon.webhook("hello", id: "wamid.1")
        #expect(daemon.post(webhook)?.status == 200)
    }
}

@Test func `signed bytes that are no webhook are refused and harm nothing`() throws {
    try Programs.withTemporaryFolder { folder in
        let daemon = try RunningDaemon(in: folder)
        let bodies = [
            "", "nonsense", "[]", "{}", String(repeating: "[", count: 200_000),
            #"{"object":"whatsapp_business_account","entry":"#,
            #"{"object":"whatsapp_business_account","entry":{}}"#,
        ]
        var all = bodies.map { [UInt8]($0.utf8) }
        all.append([0xFF, 0xFE, 0x7B])
        for body in all {
            let webhook = WhatsAppSignature.sign(
                WebhookRequest(target: "/", headers: [:], body: body),
                secret: RunningDaemon.secret
            )
            #expect(daemon.post(webhook)?.status == 400, "\(body.count) bytes")
        }
        #expect(daemon.get("/health/ready")?.status == 200)
    }
}

@Test func `metrics and the log name nobody and quote nothing`() throws {
    try Programs.withTemporaryFolder { folder in
        let daemon = try RunningDaemon(in: folder)
        for (place, text) in ["hello", "Wolpertinger", "STOP"].enumerated() {
            let webhook = try RunningDaemon.webhook(text, id: "wamid.\(place)")
            #expect(daemon.post(webhook)?.status == 200)
        }
        let metrics = try #require(daemon.get("/metrics"))
        #expect(metrics.status == 200)
        #expect(
            metrics.text.contains("parley_webhooks_total{channel=\"whatsapp\",outcome=\"taken\"} 3")
        )
        #expect(metrics.text.contains("parley_log_leaves"))
        #expect(daemon.stop() == 0)
        for text in [metrics.text, daemon.log] {
            for personal in ["491700000001", "Wolpertinger", "wamid"] {
                #expect(!text.contains(personal))
            }
        }
    }
}

@Test func `a broken flow never replaces one that runs`() throws {
    try Programs.withTemporaryFolder { folder in
        let workspace = "\(folder)/workspace"
        try FileManager.default.createDirectory(
            atPath: workspace,
            withIntermediateDirectories: true
        )
        for name in ["parley.yaml", "flows", "locales"] {
            try FileManager.default.copyItem(
                atPath: Programs.repository.appendingPathComponent(name).path,
                toPath: "\(workspace)/\(name)"
            )
        }
        let daemon = try RunningDaemon(in: folder, workspace: workspace)
        let flow = "\(workspace)/flows/order-updates.yaml"
        let right = try String(contentsOfFile: flow, encoding: .utf8)
        func reloads(_ outcome: String, after change: () throws -> Void) throws {
            try change()
            daemon.signal(SIGHUP)
            let wanted = "parley_reloads_total{outcome=\"\(outcome)\"} 1"
            // Asking is slower than reading the workspace again; each answer is a new look.
            for _ in 0..<2000 where daemon.get("/metrics")?.text.contains(wanted) != true {
                continue
            }
            #expect(daemon.get("/metrics")?.text.contains(wanted) == true)
        }
        try reloads("refused") {
            try "flow: [".write(toFile: flow, atomically: true, encoding: .utf8)
        }
        #expect(daemon.log.contains("reload-refused"))
        #expect(daemon.post(try RunningDaemon.webhook("hello", id: "wamid.1"))?.status == 200)
        try reloads("done") {
            let changed = right.replacing("1 day: leave", with: "2 days: leave")
            try changed.write(toFile: flow, atomically: true, encoding: .utf8)
        }
        #expect(daemon.post(try RunningDaemon.webhook("hello", id: "wamid.2"))?.status == 200)
        #expect(daemon.stop() == 0)
    }
}

@Test func `what the daemon cannot start without is named, with the variable to set`() throws {
    try Programs.withTemporaryFolder { folder in
        let process = RunningDaemon.process(in: folder, secrets: ["APP_SECRET"])
        let refused = try Programs.run(process)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("PARLEY_WHATSAPP_ACCESS_TOKEN"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/store"))
    }
}

@Test func `a port that is taken ends the daemon with a sentence`() throws {
    try Programs.withTemporaryFolder { folder in
        let first = try RunningDaemon(in: folder)
        let process = RunningDaemon.process(in: "\(folder)/other")
        try FileManager.default.createDirectory(
            atPath: "\(folder)/other",
            withIntermediateDirectories: true
        )
        process.arguments = (process.arguments ?? []).map {
            $0 == "127.0.0.1:0" ? "127.0.0.1:\(first.port)" : $0
        }
        let refused = try Programs.run(process)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("is the port taken"), "\(refused.errors)")
    }
}

@Test func `kill -9 under load loses nothing that was acknowledged`() throws {
    let process = Programs.process(
        "parley-storm",
        [
            "--daemon", Programs.folder.appendingPathComponent("parleyd").path,
            "--conversations", "60", "--kills", "2", "--seed", "20261121",
        ]
    )
    let storm = try Programs.run(process)
    #expect(storm.status == 0, "\(storm.text)\(storm.errors)")
    #expect(storm.text.contains("60 of 60 conversations"))
    #expect(storm.text.hasSuffix("holds\n"))
}

@Test func `a whole double opt-in over signed HTTP, and STOP ends it`() throws {
    try Programs.withTemporaryFolder { folder in
        let port = Int.random(in: 20_000..<30_000)
        let daemon = try RunningDaemon(in: folder, api: "http://127.0.0.1:\(port)")
        let telephone = try Telephone(in: folder, port: port, daemon: daemon.port)
        var arrived: [String] = []
        for (line, count) in [("hello", 1), ("/tap 1", 2), ("/tap 1", 3), ("STOP", 4)] {
            telephone.type(line)
            arrived = telephone.arrivals(count)
            #expect(arrived.count == count, "after \(line)")
        }
        #expect(arrived.last?.contains("START") == true)
        telephone.type("are you there?")
        #expect(telephone.hangUp().count == 4)
        #expect(daemon.stop() == 0)
        let consents = try Programs.parley([
            "audit", "list", "--store", "\(folder)/store", "--kind", "consent", "--json",
        ])
        for kind in ["consent.requested", "consent.given", "consent.withdrawn"] {
            #expect(consents.text.contains(kind))
        }
    }
}
