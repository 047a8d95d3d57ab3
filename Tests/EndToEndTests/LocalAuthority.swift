import Foundation
import Testing

/// A time-stamping authority with a certificate of its own making: `openssl ts` in a folder.
struct LocalAuthority {
    static let policy = "1.3.6.1.4.1.32473.1"

    private let folder: String

    /// What whoever trusts the authority has of it.
    var certificates: String { "\(folder)/ca.pem" }

    private static let settings = """
        [req]
        distinguished_name = name
        prompt = no
        [name]
        CN = authority.example
        [ca]
        basicConstraints = critical,CA:TRUE
        keyUsage = critical,keyCertSign
        subjectKeyIdentifier = hash
        [stamps]
        basicConstraints = CA:FALSE
        keyUsage = critical,digitalSignature
        extendedKeyUsage = critical,timeStamping
        [tsa]
        default_tsa = authority
        [authority]
        serial = ./serial
        crypto_device = builtin
        signer_cert = ./tsa.pem
        signer_key = ./tsa.key
        signer_digest = sha256
        default_policy = \(policy)
        digests = sha256
        clock_precision_digits = 3
        ess_cert_id_alg = sha256
        """

    init(in folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        let files = [("tsa.cnf", "\(Self.settings)\n"), ("serial", "01\n")]
        for (name, text) in files {
            try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        let request = ["req", "-config", "tsa.cnf", "-newkey", "ec", "-nodes"]
        let curve = ["-pkeyopt", "ec_paramgen_curve:P-256"]
        let own = ["-x509", "-extensions", "ca", "-subj", "/CN=ca.example", "-days", "2"]
        let issued = ["-extfile", "tsa.cnf", "-extensions", "stamps", "-days", "2"]
        for arguments in [
            request + curve + own + ["-keyout", "ca.key", "-out", "ca.pem"],
            request + curve + ["-keyout", "tsa.key", "-out", "tsa.csr"],
            ["x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key"]
                + ["-set_serial", "2", "-out", "tsa.pem"] + issued,
        ] {
            let made = try openssl(arguments)
            try #require(
                made.status == 0,
                "scripts/setup installs openssl, which this needs: \(made.errors)"
            )
        }
    }

    /// Answers the request in a file with the machine's time, as a server would.
    func answer(_ request: String, to reply: String) throws {
        let options = ["ts", "-reply", "-config", "tsa.cnf"]
        let answered = try openssl(options + ["-queryfile", request, "-out", reply])
        try #require(answered.status == 0, "\(answered.errors)")
    }

    /// Takes the token out of a reply.
    func unwrap(_ reply: String, to token: String) throws {
        let taken = try openssl(["ts", "-reply", "-in", reply, "-token_out", "-out", token])
        try #require(taken.status == 0, "\(taken.errors)")
    }

    /// Whether openssl finds that the authority signed this reply to this request.
    func signed(_ reply: String, to request: String) throws -> Bool {
        let options = ["ts", "-verify", "-queryfile", request, "-in", reply]
        return try openssl(options + ["-CAfile", certificates]).status == 0
    }

    private func openssl(_ arguments: [String]) throws -> Programs.Output {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        return try Programs.run(process)
    }
}
