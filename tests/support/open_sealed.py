"""Opens a sealed Summary (web/seal.ts, format 1) without Koers, so that what somebody sealed does not depend on Koers alone.

    python3 open_sealed.py FILE [PHRASE]          asks for the phrase when there is none; prints the text

Written from the description of the format, not from its code. Needs nothing but Python 3; with the package `cryptography` it is faster,
`--plain` does without it. Ends with 1 when the phrase is another or the file is damaged, with 2 when it is no such file.
"""
import base64
import getpass
import hashlib
import json
import pathlib
import re
import sys
import unicodedata

# What a browser takes for white space, so that a phrase is the same phrase here.
WHITE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"


def closed():
    print("another phrase, or the file is damaged", file=sys.stderr)
    sys.exit(1)


def foreign():
    print("no summary sealed by Koers in a format that is known here", file=sys.stderr)
    sys.exit(2)


def normal(phrase):
    return re.sub(f"[{WHITE}]+", " ", unicodedata.normalize("NFKC", phrase).lower()).strip(" ")


# ---- AES-256 and GCM by hand (FIPS 197, NIST SP 800-38D): encryption of a block is all that GCM needs ----

def doubled(byte):
    return (byte << 1) ^ (0x11B if byte & 0x80 else 0)


def substitutions():
    box, p, q = [0x63] * 256, 1, 1
    for _ in range(255):  # p times 3, q divided by 3: each the other's inverse
        p ^= doubled(p)
        for shift in (1, 2, 4):
            q ^= q << shift & 0xFF
        q ^= 0x09 if q & 0x80 else 0
        for n in range(5):
            box[p] ^= (q << n | q >> (8 - n)) & 0xFF
    return box


BOX = substitutions()


def round_keys(key):
    words, constant = [list(key[i:i + 4]) for i in range(0, 32, 4)], 1
    for i in range(8, 60):
        word = words[-1]
        if i % 8 == 0:
            word = [BOX[b] for b in word[1:] + word[:1]]
            word[0] ^= constant
            constant = doubled(constant)
        elif i % 8 == 4:
            word = [BOX[b] for b in word]
        words.append([a ^ b for a, b in zip(words[-8], word)])
    return [sum(words[i:i + 4], []) for i in range(0, 60, 4)]


def encrypted(keys, block):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for number, key in enumerate(keys[1:], 1):
        state = [BOX[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
        if number < 14:
            columns = [state[i:i + 4] for i in range(0, 16, 4)]
            state = [c[i] ^ c[0] ^ c[1] ^ c[2] ^ c[3] ^ doubled(c[i] ^ c[(i + 1) % 4]) for c in columns for i in range(4)]
        state = [a ^ b for a, b in zip(state, key)]
    return bytes(state)


def hashed(h, data):
    total = 0
    for at in range(0, len(data), 16):
        total ^= int.from_bytes(data[at:at + 16], "big")
        product, factor = 0, h
        for bit in range(127, -1, -1):
            if total >> bit & 1:
                product ^= factor
            factor = factor >> 1 ^ (0xE1 << 120 if factor & 1 else 0)
        total = product
    return total


def padded(data):
    return data + bytes(-len(data) % 16)


def decrypt_by_hand(key, iv, sealed, line):
    keys = round_keys(key)
    body, tag = sealed[:-16], sealed[-16:]
    lengths = (8 * len(line)).to_bytes(8, "big") + (8 * len(body)).to_bytes(8, "big")
    total = hashed(int.from_bytes(encrypted(keys, bytes(16)), "big"), padded(line) + padded(body) + lengths)
    mask = lambda count: encrypted(keys, iv + count.to_bytes(4, "big"))
    if total ^ int.from_bytes(mask(1), "big") != int.from_bytes(tag, "big"):
        closed()
    stream = b"".join(mask(2 + n) for n in range((len(body) + 15) // 16))
    return bytes(a ^ b for a, b in zip(body, stream))


def decrypt(key, iv, sealed, line, plain):
    try:
        if plain:
            raise ImportError
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError:
        return decrypt_by_hand(key, iv, sealed, line)
    try:
        return AESGCM(key).decrypt(iv, sealed, line)
    except InvalidTag:
        closed()


def opened(file, phrase, plain):
    line, newline, sealed = file.partition(b"\n")
    try:
        header = json.loads(line.decode("ascii"))
        told = [header[name] for name in ("koers", "v", "kdf", "aead", "len")]
        salt, iv = (base64.urlsafe_b64decode(header[name] + "==") for name in ("salt", "iv"))
        rounds = header["it"]
    except (ValueError, KeyError, TypeError):
        foreign()
    expected = ["summary", 1, "pbkdf2-sha256", "a256gcm", len(sealed), 16, 12]
    if [*told, len(salt), len(iv)] != expected or type(rounds) is not int or not 100_000 <= rounds <= 5_000_000:
        foreign()
    key = hashlib.pbkdf2_hmac("sha256", normal(phrase).encode(), salt, rounds, 32)
    text = decrypt(key, iv, sealed, line + newline, plain)
    return text[4:4 + int.from_bytes(text[:4], "big")].decode("utf-8")


def main():
    words = [word for word in sys.argv[1:] if word != "--plain"]
    if len(words) not in (1, 2):
        sys.exit(__doc__)
    phrase = words[1] if len(words) == 2 else getpass.getpass("phrase: ")
    sys.stdout.buffer.write(opened(pathlib.Path(words[0]).read_bytes(), phrase, "--plain" in sys.argv).encode())


main()
