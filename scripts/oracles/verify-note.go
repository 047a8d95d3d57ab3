// Command verify-note checks an audit log with the implementation of signed notes and tiled logs that
// the Go module proxy and sum.golang.org use: golang.org/x/mod/sumdb/note and sumdb/tlog.
//
// Only what that implementation has no code for stands here: the three lines of a checkpoint
// (c2sp.org/tlog-checkpoint), cosignatures (c2sp.org/tlog-cosignature), the text of a proof
// (c2sp.org/tlog-proof), and the names of files (c2sp.org/tlog-tiles).
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
)

// cosigner verifies timestamped cosignatures, signature type 4, for note.Open.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }

func (c cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(signature)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, text)
	return ed25519.Verify(c.key, []byte(message), signature[8:])
}

// newVerifier reads a verifier key of a log or, where note.NewVerifier knows none, of a witness.
func newVerifier(text string) (note.Verifier, error) {
	verifier, err := note.NewVerifier(text)
	if err == nil {
		return verifier, nil
	}
	parts := strings.SplitN(text, "+", 3)
	if len(parts) != 3 {
		return nil, err
	}
	blob, decodeErr := base64.StdEncoding.DecodeString(parts[2])
	if decodeErr != nil || len(blob) != 1+ed25519.PublicKeySize || blob[0] != 4 {
		return nil, err
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), blob...))
	if parts[1] != hex.EncodeToString(id[:4]) {
		return nil, errors.New("invalid verifier hash")
	}
	return cosigner{parts[0], binary.BigEndian.Uint32(id[:]), ed25519.PublicKey(blob[1:])}, nil
}

// open verifies a note and reads the checkpoint in it.
func open(data []byte, known note.Verifiers) (tlog.Tree, string, error) {
	opened, err := note.Open(data, known)
	if err != nil {
		return tlog.Tree{}, "", err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] == "" {
		return tlog.Tree{}, "", errors.New("not a checkpoint")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, "", errors.New("not a checkpoint: its size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, "", errors.New("not a checkpoint: its root")
	}
	names := []string{}
	for _, signature := range opened.Sigs {
		names = append(names, fmt.Sprintf("%s+%08x", signature.Name, signature.Hash))
	}
	found := fmt.Sprintf("%d leaves, signed by %s", size, strings.Join(names, " and "))
	return tlog.Tree{N: size, Hash: root}, found, nil
}

// checkProof checks a c2sp.org/tlog-proof whose leaf is in its `extra` line.
func checkProof(data []byte, known note.Verifiers) (string, error) {
	parts := strings.SplitN(string(data), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 3 || !strings.HasPrefix(lines[1], "extra ") ||
		!strings.HasPrefix(lines[2], "index ") {
		return "", errors.New("not a proof with its leaf in it")
	}
	tree, found, err := open([]byte(parts[1]), known)
	if err != nil {
		return "", err
	}
	leaf, err := base64.StdEncoding.DecodeString(lines[1][len("extra "):])
	if err != nil {
		return "", err
	}
	index, err := strconv.ParseInt(lines[2][len("index "):], 10, 64)
	if err != nil {
		return "", err
	}
	proof := tlog.RecordProof{}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return "", err
		}
		proof = append(proof, hash)
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf)); err != nil {
		return "", err
	}
	return fmt.Sprintf("leaf %d of %s", index, found), nil
}

// folder reads the tiles of an export; tlog checks them against the tree's hash.
type folder string

func (f folder) Height() int                     { return tileHeight }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) file(level string, n int64, width int) string {
	name := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		name = fmt.Sprintf("x%03d/%s", n%1000, name)
	}
	if width < tileWidth {
		name += fmt.Sprintf(".p/%d", width)
	}
	return filepath.Join(string(f), "tile", level, name)
}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	read := [][]byte{}
	for _, tile := range tiles {
		data, err := os.ReadFile(f.file(strconv.Itoa(tile.L), tile.N, tile.W))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

// checkFolder checks every checkpoint of an export, and every leaf, against its tiles.
func checkFolder(path string, known note.Verifiers) (string, error) {
	data, err := os.ReadFile(filepath.Join(path, "checkpoint"))
	if err != nil {
		return "", err
	}
	tree, found, err := open(data, known)
	if err != nil {
		return "", err
	}
	hashes := tlog.TileHashReader(tree, folder(path))
	first := int64(0)
	if data, err := os.ReadFile(filepath.Join(path, "minimum-index")); err == nil {
		first, err = strconv.ParseInt(strings.TrimSpace(string(data)), 10, 64)
		if err != nil || first < 0 || first > tree.N || first%tileWidth != 0 {
			return "", errors.New("minimum-index is no multiple of 256 in the log")
		}
	}
	names, err := filepath.Glob(filepath.Join(path, "checkpoints", "*"))
	if err != nil {
		return "", err
	}
	checked := 1
	for _, name := range append(names, filepath.Join(path, "checkpoint")) {
		data, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		older, _, err := open(data, known)
		if err == nil && older.N > tree.N {
			err = errors.New("of more leaves than the log has")
		}
		if err == nil && older.N < first {
			continue // Its tiles were pruned.
		}
		var root tlog.Hash
		if err == nil {
			root, err = tlog.TreeHash(older.N, hashes)
		}
		if err == nil && root != older.Hash {
			err = errors.New("another root than its leaves have")
		}
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		checked++
	}
	for start := first; start < tree.N; start += tileWidth {
		if err := checkBundle(folder(path), start, tree.N, hashes); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%s; %d leaves and %d checkpoints", found, tree.N-first, checked-1), nil
}

func checkBundle(f folder, start, size int64, hashes tlog.HashReader) error {
	width := int64(tileWidth)
	if size-start < width {
		width = size - start
	}
	name := f.file("entries", start/tileWidth, int(width))
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	indexes := []int64{}
	for index := start; index < start+width; index++ {
		indexes = append(indexes, tlog.StoredHashIndex(0, index))
	}
	stored, err := hashes.ReadHashes(indexes)
	if err != nil {
		return err
	}
	for place, want := range stored {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return fmt.Errorf("%s: cut off", name)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		if tlog.RecordHash(data[2:end]) != want {
			return fmt.Errorf("leaf %d: another hash than its tile has", start+int64(place))
		}
		data = data[end:]
	}
	if len(data) > 0 {
		return fmt.Errorf("%s: more leaves than the log has", name)
	}
	return nil
}

func check(path string, isFolder bool, known note.Verifiers) (string, error) {
	if isFolder {
		return checkFolder(path, known)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if strings.HasPrefix(string(data), "c2sp.org/tlog-proof@v1\n") {
		return checkProof(data, known)
	}
	_, found, err := open(data, known)
	return found, err
}

func couldNotRun(format string, values ...interface{}) {
	fmt.Fprintf(os.Stderr, "could not run: "+format+"\n", values...)
	os.Exit(2)
}

func main() {
	verifiers, paths := []note.Verifier{}, []string{}
	for arguments := os.Args[1:]; len(arguments) > 0; arguments = arguments[1:] {
		if arguments[0] != "--key" {
			paths = append(paths, arguments[0])
			continue
		}
		if len(arguments) < 2 {
			couldNotRun("--key takes a verifier key")
		}
		arguments = arguments[1:]
		verifier, err := newVerifier(arguments[0])
		if err != nil {
			couldNotRun("%q: %v", arguments[0], err)
		}
		verifiers = append(verifiers, verifier)
	}
	if len(verifiers) == 0 || len(paths) == 0 {
		couldNotRun("give at least one --key, and a checkpoint, a proof or an export")
	}
	status := 0
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			couldNotRun("%v", err)
		}
		found, err := check(path, info.IsDir(), note.VerifierList(verifiers...))
		if err != nil {
			fmt.Fprintf(os.Stderr, "does not hold: %q: %v\n", path, err)
			status = 1
			continue
		}
		fmt.Printf("holds: %q: %s\n", path, found)
	}
	os.Exit(status)
}
