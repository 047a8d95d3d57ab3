import Foundation
import RawHTTP
import Testing

/// A self-signed certificate for this machine, under a name of its own.
private func makeCertificate(in folder: String, named name: String) throws {
    let process = Programs.process("parleyd", [])
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=\(name)", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "\(folder)/key.pem",
        "-out", "\(folder)/chain.pem",
    ]
    let made = try Programs.run(process)
    try #require(made.status == 0, "\(made.errors)")
}

/// What a client that trusts only that certificate is told over TLS.
private func ask(_ port: Int, trusting folder: String, _ arguments: [String] = []) throws -> String
{
    let process = Programs.process("parleyd", [])
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
        "-c",
        "printf 'GET /health/live HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n' | "
            + "openssl s_client -connect 127.0.0.1:\(port) -CAfile \(folder)/chain.pem "
            + "-verify_return_error -ign_eof \(arguments.joined(separator: " "))",
    ]
    let asked = try Programs.run(process)
    return asked.text + asked.errors
}

@Test func `the daemon serves TLS by itself, and takes a renewed certificate on SIGHUP`() throws {
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
        let settings = try String(contentsOfFile: "\(workspace)/parley.yaml", encoding: .utf8)
        try (settings + "\nserve: { certificate: chain.pem, private-key: key.pem }\n").write(
            toFile: "\(workspace)/parley.yaml",
            atomically: true,
            encoding: .utf8
        )
        try makeCertificate(in: workspace, named: "first.example")
        let daemon = try RunningDaemon(in: folder, workspace: workspace)
        let first = try ask(daemon.port, trusting: workspace)
        #expect(first.contains("HTTP/1.1 200 OK"), "\(first.suffix(400))")
        #expect(first.contains("first.example"))
        #expect(!(try ask(daemon.port, trusting: workspace, ["-tls1_1"])).contains("200 OK"))
        // Nobody speaks in clear to it.
        #expect(daemon.get("/health/live")?.status != 200)
        try makeCertificate(in: workspace, named: "second.example")
        daemon.signal(SIGHUP)
        var renewed = ""
        for _ in 0..<200 where !renewed.contains("second.example") {
            renewed = try ask(daemon.port, trusting: workspace)
        }
        #expect(renewed.contains("HTTP/1.1 200 OK"))
        #expect(daemon.stop() == 0)
    }
}
