"""A bill of materials of the library, as CycloneDX 1.5: what a scanner for known weaknesses reads.

sbom.py FILE [TARGET]
"""

import json
import re
import sys

from dependencies import TOP, cargo, shipped


def checksums():
    for block in (TOP / "Cargo.lock").read_text().split("[[package]]")[1:]:
        fields = dict(re.findall(r'^(name|version|checksum) = "(.*)"', block, re.M))
        yield (fields["name"], fields["version"]), fields.get("checksum")


def component(package, kind, checksum):
    name, version = package["name"], package["version"]
    entry = {"type": kind, "bom-ref": f"pkg:cargo/{name}@{version}", "name": name,
             "version": version, "purl": f"pkg:cargo/{name}@{version}",
             "licenses": [{"expression": package["license"].replace("/", " OR ")}]}
    if checksum:
        entry["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    return entry


def main(file, target="x86_64-unknown-linux-gnu"):
    data = json.loads(cargo("metadata", "--format-version", "1", "--filter-platform", target))
    known, names = dict(checksums()), shipped(target)
    of_library = [one for one in data["packages"] if one["name"] in names]
    own = next(one for one in data["packages"] if one["name"] == "csecrets")
    references = {one["id"]: f"pkg:cargo/{one['name']}@{one['version']}"
                  for one in [own, *of_library]}
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": component(own, "library", None)},
        "components": [component(one, "library", known[one["name"], one["version"]])
                       for one in sorted(of_library, key=lambda one: one["name"])],
        "dependencies": [
            {"ref": references[node["id"]],
             "dependsOn": sorted(references[dep["pkg"]] for dep in node["deps"]
                                 if dep["pkg"] in references
                                 and any(kind["kind"] is None for kind in dep["dep_kinds"]))}
            for node in data["resolve"]["nodes"] if node["id"] in references],
    }
    with open(file, "w") as out:
        json.dump(bill, out, indent=1)
        out.write("\n")
    print(f"supply: a bill of materials of {len(of_library)} crates")
    return len(of_library) != len(names) or not all(known[one["name"], one["version"]]
                                                    for one in of_library)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
