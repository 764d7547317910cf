"""Makes a large SAS7BDAT file of a small one: its pages of rows come again and again. For figures of docs/performance.md.

    python functions/src/bench/big_sas7bdat.py SMALL.sas7bdat BIG.sas7bdat MEGABYTES

Pages that hold rows and nothing else are repeated, compressed or not; the numbers of pages and rows are set right.
"""

import struct
import sys

small, big, megabytes = sys.argv[1], sys.argv[2], int(sys.argv[3])
data = bytearray(open(small, "rb").read())
wide, shift, order = data[32] == 0x33, 4 if data[35] == 0x33 else 0, "<" if data[37] == 1 else ">"
word, form, kind_at, pointer = (8, "Q", 32, 24) if wide else (4, "I", 16, 12)
header, size = struct.unpack_from(order + "II", data, 196 + shift)


def sections(page):
    kind, blocks, count = struct.unpack_from(order + "HHH", page, kind_at)
    if kind & 0x100:
        return []
    return [struct.unpack_from(order + form * 2 + "BB", page, kind_at + 8 + i * pointer) for i in range(count)]


def is_described(page):
    return any(length and status == 0 and page[at:at + 4] in (b"\xf7" * 4, b"\xf6" * 4) or status == 0 and length and b"\xff" * 3 in page[at:at + word]
               for at, length, status, _ in sections(page))


def rows(page):
    kind, blocks, count = struct.unpack_from(order + "HHH", page, kind_at)
    if kind == 0x100:
        return blocks
    return sum(length > 0 and (status == 4 or status == 0 and category == 1) for _, length, status, category in sections(page)) if kind == 0 else 0


pages = [bytes(data[i:i + size]) for i in range(header, len(data), size)]
repeated = [page for page in pages if rows(page) and not is_described(page)]
times = (megabytes * 1_000_000 - len(data)) // (size * len(repeated))
more = times * sum(map(rows, repeated))
struct.pack_into(order + form, data, 204 + shift, len(pages) + times * len(repeated))
for at, length, status, _ in sections(pages[0]):
    if pages[0][at:at + 4] == b"\xf7" * 4 and length:
        place = header + at + 6 * word
        total = struct.unpack_from(order + form, data, place)[0]
        struct.pack_into(order + form, data, place, total + more)
with open(big, "wb") as out:
    out.write(data)
    for _ in range(times):
        out.writelines(repeated)
print(f"{total + more} rows")
