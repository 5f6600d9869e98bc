# frozen_string_literal: true

Gem::Specification.new do |gem|
  gem.name = "csecrets"
  gem.version = "0.1.0"
  gem.summary = "Unguessable tokens, passwords, keys and numbers from libcsecrets"
  gem.authors = ["The csecrets developers"]
  gem.licenses = ["MIT", "Apache-2.0"]
  gem.files = Dir["lib/**/*.rb"] + ["README.md"]
  gem.required_ruby_version = ">= 3.1"
  gem.requirements = ["libcsecrets.so.0"]
end
